package org.dramatis.http;

/** Data of little size in which queries have much to do. */
public final class DenseData {

  private static final int NODES = 150;
  private static final int LINKS = 20_000;

  private DenseData() {}

  /** Nodes {@code :n…} that all lead to each other by {@code :p}, and a chain by {@code :next}. */
  public static String trig() {
    StringBuilder data = new StringBuilder("GRAPH :dense {\n");
    for (int i = 0; i < NODES; i++) {
      for (int j = 0; j < NODES; j++) {
        data.append(":n").append(i).append(" :p :n").append(j).append(" .\n");
      }
    }
    data.append("}\nGRAPH :chain {\n");
    for (int i = 0; i < LINKS; i++) {
      data.append(":c").append(i).append(" :next :c").append(i + 1).append(" .\n");
    }
    return data.append("}\n").toString();
  }
}
