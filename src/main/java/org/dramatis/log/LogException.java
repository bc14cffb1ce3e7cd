package org.dramatis.log;

/** The log cannot do what it was asked for. */
public final class LogException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient LogFault fault;

  /** An exception that stands for the fault. */
  public LogException(LogFault fault) {
    super(fault.message());
    this.fault = fault;
  }

  /** The same, with what was thrown at the time. */
  public LogException(LogFault fault, Throwable cause) {
    super(fault.message(), cause);
    this.fault = fault;
  }

  /** What is wrong. */
  public LogFault fault() {
    return fault;
  }
}
