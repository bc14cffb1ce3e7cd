// The lines that get an answer in the languages that researchers use.

const double = (value) => JSON.stringify(value);
const single = (value) => `'${value.replaceAll("'", "'\\''")}'`;

/** @param parameters what is asked: the query, and perhaps a version */
export function snippets(parameters, tabular) {
  const address = `${location.origin}/sparql`;
  const type = tabular ? "text/csv" : "text/turtle";
  const entries = Object.entries(parameters);
  const encoded = `${address}?${new URLSearchParams(parameters)}`;
  const java = entries.map(([name, value]) => `${double(`${name}=`)} + encode(${double(value)})`).join(' + "&" + ');
  return {
    Shell: [
      `curl -fsS ${single(address)} -H ${single(`Accept: ${type}`)}`,
      ...entries.map(([name, value]) => `  --data-urlencode ${single(`${name}=${value}`)}`),
    ].join(" \\\n"),
    Python: `import urllib.parse, urllib.request

asked = urllib.parse.urlencode({${entries.map(([name, value]) => `${double(name)}: ${double(value)}`).join(", ")}})
request = urllib.request.Request(${double(address)}, asked.encode(), {"Accept": ${double(type)}})
with urllib.request.urlopen(request) as answer:
    print(answer.read().decode())`,
    R: tabular
      ? `rows <- read.csv(${double(`${encoded}&format=csv`)})\nprint(rows)`
      : `cat(readLines(${double(`${encoded}&format=ttl`)}), sep = "\\n")`,
    Java: `String encode(String value) {
    return java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8);
}

void main() throws Exception {
    var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(${double(address)}))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept", ${double(type)})
        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(${java}))
        .build();
    IO.println(java.net.http.HttpClient.newHttpClient()
        .send(request, java.net.http.HttpResponse.BodyHandlers.ofString()).body());
}`,
    JavaScript: `const answer = await fetch(${double(address)}, {
  method: "POST",
  headers: { Accept: ${double(type)} },
  body: new URLSearchParams(${JSON.stringify(parameters)}),
});
console.log(await answer.text());`,
  };
}
