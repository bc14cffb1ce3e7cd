package org.dramatis.http.reconcile;

import java.util.List;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.graph.NodeFactory;
import org.dramatis.link.reconcile.Extension;
import org.dramatis.link.reconcile.Extension.Cell;
import org.dramatis.link.reconcile.Extension.Column;
import org.dramatis.link.reconcile.Property;
import org.dramatis.query.budget.Budget;

/**
 * Writes what is known of entities.
 *
 * @param budget pays for it
 */
record ExtensionAnswer(Protocol protocol, Extension extension, Budget budget) {

  private static final long BYTES_A_CELL = 200;

  /** All of it. */
  String json(ExtensionReader.Wanted wanted) {
    JsonBuilder json = JsonBuilder.create().startObject();
    json.key("meta").startArray();
    wanted
        .columns()
        .forEach(column ->
            json.startObject().pair("id", column.id()).pair("name", column.title()).finishObject());
    json.finishArray().key("rows");
    switch (protocol) {
      case V0_2 -> json.startObject();
      case V1_0 -> json.startArray();
    }
    for (String id : wanted.ids()) {
      switch (protocol) {
        case V0_2 -> json.key(id).startObject();
        case V1_0 -> json.startObject().pair("id", id).key("properties").startArray();
      }
      wanted.columns().forEach(column -> write(id, column, json));
      switch (protocol) {
        case V0_2 -> json.finishObject();
        case V1_0 -> json.finishArray().finishObject();
      }
    }
    switch (protocol) {
      case V0_2 -> json.finishObject();
      case V1_0 -> json.finishArray();
    }
    return json.finishObject().build() + "\n";
  }

  private void write(String id, Column column, JsonBuilder json) {
    List<Cell> cells = extension.cells(NodeFactory.createURI(id), column);
    budget.check();
    budget.charge(BYTES_A_CELL * (1L + cells.size()));
    switch (protocol) {
      case V0_2 -> json.key(column.id());
      case V1_0 -> json.startObject().pair("id", column.id()).key("values");
    }
    json.startArray();
    cells.forEach(cell -> write(cell, json));
    json.finishArray();
    if (protocol == Protocol.V1_0) {
      json.finishObject();
    }
  }

  private void write(Cell cell, JsonBuilder json) {
    json.startObject();
    switch (cell) {
      case Cell.Entity(String iri, String name) -> json.pair("id", iri).pair("name", name);
      case Cell.Text(String text, String language) -> {
        json.pair("str", text);
        if (protocol == Protocol.V1_0 && !language.isEmpty()) {
          json.pair("lang", language);
        }
      }
      case Cell.Whole(long number) -> json.pair("int", number);
      case Cell.Decimal(double number) -> json.pair("float", number);
      case Cell.Moment(String text) -> json.pair("date", text);
    }
    json.finishObject();
  }

  /** The columns that entities of a class may have, those with sources behind the others. */
  static String proposals(String type, List<Property> properties, int limit) {
    JsonBuilder json = JsonBuilder.create().startObject();
    if (!type.isEmpty()) {
      json.pair("type", type);
    }
    json.pair("limit", limit).key("properties").startArray();
    List.of(Extension.Part.values()).stream()
        .flatMap(part -> properties.stream().map(property -> new Column(property, part, 1)))
        .limit(limit)
        .forEach(column -> {
          json.startObject().pair("id", column.id()).pair("name", column.title());
          column.property().description().ifPresent(text -> json.pair("description", text));
          json.finishObject();
        });
    return json.finishArray().finishObject().build() + "\n";
  }
}
