package org.dramatis.cli;

import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import org.dramatis.log.LogFault;
import org.dramatis.model.Problem;
import org.dramatis.query.problem.QueryProblem;

/**
 * A command ends with something to say and another exit code than 0. This is the only place that
 * knows which problem has which code: 1 if what was asked about is not fine, 2 if the command was
 * used wrongly or lacks what it needs.
 */
final class CommandFailedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private static final int NOT_FINE = 1;
  private static final int MISUSE = 2;

  private final int exitCode;
  private final transient List<String> messages;

  private CommandFailedException(int exitCode, List<String> messages) {
    super(String.join("\n", messages));
    this.exitCode = exitCode;
    this.messages = messages;
  }

  /** The command cannot do its work as it was called. */
  static CommandFailedException misuse(String message) {
    return new CommandFailedException(MISUSE, List.of("dramatis: " + message));
  }

  /** What was looked at is not what it should be. */
  static CommandFailedException notFine(String message) {
    return new CommandFailedException(NOT_FINE, List.of("dramatis: " + message));
  }

  /** A log is damaged, or cannot be used. */
  static CommandFailedException of(LogFault fault) {
    return switch (fault) {
      case LogFault.Broken broken -> notFine(broken.message());
      case LogFault.InUse _, LogFault.Inaccessible _, LogFault.NotWritten _, LogFault.Uncertain _ ->
          misuse(fault.message());
    };
  }

  /** Something that was read is not fine. */
  static CommandFailedException of(List<Problem> problems) {
    boolean unreadable = problems.stream().anyMatch(Problem.Unreadable.class::isInstance);
    return new CommandFailedException(
        unreadable ? MISUSE : NOT_FINE, problems.stream().map(Problem::message).toList());
  }

  /** A query was not answered. */
  static CommandFailedException of(QueryProblem problem) {
    int exitCode =
        switch (problem) {
          case QueryProblem.BadParameter _,
              QueryProblem.UnknownName _,
              QueryProblem.Inexpressible _ ->
              MISUSE;
          case QueryProblem.Unparsable _,
              QueryProblem.NotRepeatable _,
              QueryProblem.Refused _,
              QueryProblem.TooLong _,
              QueryProblem.AnswerTooLarge _,
              QueryProblem.TooComplex _,
              QueryProblem.Unworkable _,
              QueryProblem.ServiceFailed _,
              QueryProblem.OutOfTime _,
              QueryProblem.OutOfMemory _,
              QueryProblem.Stopped _ ->
              NOT_FINE;
        };
    List<String> messages = new ArrayList<>();
    messages.add("dramatis: " + problem.message());
    if (problem instanceof QueryProblem.Unparsable unparsable) {
      unparsable.mistake().hint().ifPresent(hint -> messages.add("hint: " + hint));
    }
    return new CommandFailedException(exitCode, List.copyOf(messages));
  }

  int exitCode() {
    return exitCode;
  }

  /** What to say, in lines. */
  List<String> messages() {
    return messages;
  }
}
