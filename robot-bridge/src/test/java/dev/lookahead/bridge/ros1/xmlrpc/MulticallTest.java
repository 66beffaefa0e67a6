package dev.lookahead.bridge.ros1.xmlrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Array;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Int;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Struct;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Text;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MulticallTest {

  private static final XmlRpcLimits LIMITS = new XmlRpcLimits(10_000, 8, 1_000);

  private final Multicall multicall =
      new Multicall(
          call -> {
            if (call.method().equals("length")) {
              return new Int(call.text(0).length());
            }
            if (call.method().equals("long")) {
              return new Text("x".repeat(1_000));
            }
            throw new IOException("no such method");
          },
          LIMITS);

  @Test
  void eachCallIsAnsweredInItsPlaceAndOneThatFailsIsAFaultThere() throws Exception {
    assertThat(multicall.answer(many(call("length", "abc"), call("nothing"), call("length", ""))))
        .isEqualTo(
            XmlRpcValue.array(
                XmlRpcValue.array(new Int(3)),
                fault("no such method"),
                XmlRpcValue.array(new Int(0))));
  }

  @Test
  void aSingleCallIsAnsweredAsEver() throws Exception {
    assertThat(multicall.answer(XmlRpcCall.of("length", new Text("ab")))).isEqualTo(new Int(2));
  }

  @Test
  void whatIsNoCallIsAFaultAndTheOthersAreAnswered() throws Exception {
    Array answers =
        (Array) multicall.answer(many(new Int(7), new Struct(Map.of()), call("length", "a")));

    assertThat(answers.items().get(0).toString()).contains("methodName and params");
    assertThat(answers.items().get(1).toString()).contains("methodName and params");
    assertThat(answers.items().get(2)).isEqualTo(XmlRpcValue.array(new Int(1)));
  }

  @Test
  void aMulticallInAMulticallIsAFault() throws Exception {
    assertThat(multicall.answer(many(call("system.multicall"))))
        .isEqualTo(XmlRpcValue.array(fault("a system.multicall cannot stand in another one")));
  }

  @Test
  void answersThatAreTooLongTogetherAreRefused() {
    XmlRpcValue[] calls = Collections.nCopies(20, call("long")).toArray(XmlRpcValue[]::new);

    assertThatThrownBy(() -> multicall.answer(many(calls)))
        .isInstanceOf(XmlRpcException.class)
        .hasMessageContaining("10000 bytes together");
  }

  private static XmlRpcCall many(XmlRpcValue... calls) {
    return XmlRpcCall.of("system.multicall", XmlRpcValue.array(calls));
  }

  private static Struct call(String method, String... texts) {
    return new Struct(
        Map.of("methodName", new Text(method), "params", XmlRpcValue.texts(List.of(texts))));
  }

  private static Struct fault(String message) {
    return new Struct(Map.of("faultCode", new Int(1), "faultString", new Text(message)));
  }
}
