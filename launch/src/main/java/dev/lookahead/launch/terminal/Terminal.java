package dev.lookahead.launch.terminal;

import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.Map;

/**
 * Where a verb writes.
 *
 * @param out results
 * @param err progress, notes and failures
 * @param interactive whether a person watches: progress may redraw its line
 * @param color whether ANSI colours are wanted
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive, boolean color) {

  /** The terminal of this process; honours {@code NO_COLOR} and {@code TERM=dumb}. */
  public static Terminal system() {
    return of(System.out, System.err, System.getenv(), hasConsole());
  }

  /** A terminal that decides by these environment variables. */
  static Terminal of(
      PrintStream out, PrintStream err, Map<String, String> environment, boolean console) {
    boolean dumb = "dumb".equals(environment.get("TERM"));
    boolean noColor = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    boolean interactive = console && !dumb;
    return new Terminal(out, err, interactive, interactive && !noColor);
  }

  /** Text in bold red, if colours are wanted. */
  public String alarm(String text) {
    return styled("1;31", text);
  }

  /** Text in green, if colours are wanted. */
  public String good(String text) {
    return styled("32", text);
  }

  /** Text in yellow, if colours are wanted. */
  public String warning(String text) {
    return styled("33", text);
  }

  /** Text in bold, if colours are wanted. */
  public String strong(String text) {
    return styled("1", text);
  }

  /** Text in a shade that steps back, if colours are wanted. */
  public String faint(String text) {
    return styled("2", text);
  }

  private String styled(String code, String text) {
    return color ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  /** From Java 22 on, a console exists even where output is redirected, and must be asked. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean hasConsole() {
    if (System.console() == null) {
      return false;
    }
    try {
      Method isTerminal = Console.class.getMethod("isTerminal");
      return (boolean) isTerminal.invoke(System.console());
    } catch (NoSuchMethodException beforeJava22) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
