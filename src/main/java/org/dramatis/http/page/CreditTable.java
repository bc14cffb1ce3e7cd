package org.dramatis.http.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.dramatis.entity.Claim.Labelled;
import org.dramatis.entity.Credit;
import org.dramatis.entity.Dossier;

/**
 * Credits of one sort, without the column in which the same thing would stand in every row.
 *
 * @param heading what they are to the thing that the page is about
 * @param anchor the end of its address
 * @param columns what is told of each of them
 */
public record CreditTable(
    String heading, String anchor, List<Column> columns, List<Credit> credits) {

  /** Takes copies of the lists. */
  public CreditTable {
    columns = List.copyOf(columns);
    credits = List.copyOf(credits);
  }

  /** What is told of a credit. */
  public enum Column {
    /** What was done. */
    ROLE("What", Credit::roles),
    /** By whom. */
    AGENT("Who", Credit::agents),
    /** As whom. */
    CHARACTER("As", Credit::characters),
    /** In which work. */
    WORK("In", Credit::works);

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // a reference to a method
    private final Function<Credit, List<Labelled>> of;

    Column(String label, Function<Credit, List<Labelled>> of) {
      this.label = label;
      this.of = of;
    }

    /** What stands above it. */
    public String label() {
      return label;
    }

    /** What stands in it. */
    public List<Labelled> of(Credit credit) {
      return of.apply(credit);
    }

    private boolean isFor(Credit credit, Node thing) {
      return of(credit).stream().anyMatch(named -> named.node().equals(thing));
    }
  }

  /** The tables of an entity: who plays whom, and then who did what else. */
  static List<CreditTable> of(Dossier dossier) {
    Node thing = dossier.thing().node();
    List<Credit> acting = dossier.credits().stream().filter(Credit::isActing).toList();
    List<Credit> other = dossier.credits().stream().filter(credit -> !credit.isActing()).toList();
    return Stream.of(
            new CreditTable(
                heading(acting, thing),
                "cast",
                columns(acting, thing, List.of(Column.AGENT, Column.CHARACTER, Column.WORK)),
                acting),
            new CreditTable(
                "Credits",
                "credits",
                columns(other, thing, List.of(Column.ROLE, Column.AGENT, Column.WORK)),
                other))
        .filter(table -> !table.credits.isEmpty())
        .toList();
  }

  private static String heading(List<Credit> credits, Node thing) {
    if (isAll(credits, Column.AGENT, thing)) {
      return "Parts played";
    }
    return isAll(credits, Column.CHARACTER, thing) ? "Played by" : "Cast";
  }

  private static boolean isAll(List<Credit> credits, Column column, Node thing) {
    return credits.stream().allMatch(credit -> column.isFor(credit, thing));
  }

  private static List<Column> columns(List<Credit> credits, Node thing, List<Column> all) {
    List<Column> columns = new ArrayList<>(all);
    columns.removeIf(column -> isAll(credits, column, thing));
    return columns;
  }
}
