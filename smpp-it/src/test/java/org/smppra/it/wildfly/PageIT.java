package org.smppra.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.htmlunit.BrowserVersion;
import org.htmlunit.SilentCssErrorHandler;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smppra.message.Tlvs;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.SimulatorBuilder;

/** The page of the sample, in a browser that runs its script: it is loaded once and never again. */
class PageIT extends WildFlyTest {
    private static final Duration ARRIVAL = Duration.ofSeconds(30);

    /** Set on the window, and gone after a reload. */
    private static final String MARK = "window.loadedOnce";

    private WebClient browser;
    private HtmlPage page;

    @Override
    SimulatorBuilder configure(SimulatorBuilder builder) {
        return builder.account("shop", "secret").reportDelay(Duration.ofDays(1));
    }

    @BeforeEach
    void open() throws Exception {
        deploy(Map.of());
        awaitBound(simulator.hosts().toArray(SimulatedHost[]::new));
        browser = new WebClient(BrowserVersion.CHROME);
        browser.getOptions().setFetchPolyfillEnabled(true);
        browser.setCssErrorHandler(new SilentCssErrorHandler());
        page = browser.getPage(server.address().resolve("/sample/").toString());
        page.executeJavaScript(MARK + " = true");
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void a_report_appears_without_a_reload() throws Exception {
        send("+45 12 34 56 78", "Shop", "order-4711", "Din ordre er på vej <b>nu</b>");

        eventually("the message is shown", () -> all("#messages > li").size() == 1);
        eventually("its state is shown", () -> text(".message .head .state").equals("accepted"));
        String messageId = simulator.messages().get(0).messageId();
        assertThat(text(".message .title")).isEqualTo("To +45 12 34 56 78 · order-4711");
        assertThat(text(".message .text")).isEqualTo("Din ordre er på vej <b>nu</b>");
        assertThat(text(".message .ids")).isEqualTo("message id " + messageId);
        assertThat(text(".message .waiting")).contains("waiting");
        assertThat(all(".message .reports > li")).isEmpty();
        assertThat(page.getElementById("nothing").isDisplayed()).isFalse();

        report(messageId, "ENROUTE", "000");
        eventually(
                "the first report is shown", () -> all(".message .reports > li").size() == 1);
        assertThat(text(".message .reports .state")).isEqualTo("ENROUTE");
        assertThat(waitsForAReport()).isTrue();

        report(messageId, "UNDELIV", "019");
        eventually(
                "the last report is shown", () -> all(".message .reports > li").size() == 2);
        assertThat(text(".message .reports > li:last-child .state")).isEqualTo("UNDELIV");
        assertThat(text(".message .reports > li:last-child .why")).startsWith("0x1013: absent subscriber");
        assertThat(text(".message .reports > li:last-child .raw")).startsWith("id:" + messageId);
        assertThat(waitsForAReport()).isFalse();
        assertThat(loadedOnce()).isTrue();
    }

    @Test
    void the_error_stands_at_the_field_until_the_number_is_right() throws Exception {
        send("12x", "Shop", "", "hi");

        eventually("the error is shown", () -> !text("#to-error").isEmpty());
        assertThat(element("#to").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(page.getFocusedElement()).isEqualTo(element("#to"));
        assertThat(text("#from-error") + text("#reference-error") + text("#text-error") + text("#form-error"))
                .isEmpty();
        assertThat(all("#messages > li")).isEmpty();
        assertThat(simulator.messageCount()).isZero();
        // What was typed is still there.
        assertThat(page.<HtmlTextArea>getHtmlElementById("text").getText()).isEqualTo("hi");

        eventually("it can be sent again", () -> !element("#send button").hasAttribute("disabled"));
        send("4512345678", "Shop", "", "hi");
        eventually("the message is shown", () -> all("#messages > li").size() == 1);
        assertThat(text("#to-error")).isEmpty();
        assertThat(element("#to").getAttribute("aria-invalid")).isEqualTo("false");
        assertThat(loadedOnce()).isTrue();
    }

    @Test
    void each_hosts_state_is_shown_as_it_changes() throws Exception {
        List<String> names =
                simulator.hosts().stream().map(SimulatedHost::address).collect(Collectors.toList());
        SimulatedHost stopped = simulator.hosts().get(0);
        SimulatedHost running = simulator.hosts().get(1);
        eventually(
                "both hosts are bound",
                () -> phase(running).equals("bound") && phase(stopped).equals("bound"));
        assertThat(all("#hosts .name").stream().map(DomNode::getTextContent))
                .containsExactlyInAnyOrderElementsOf(names);
        assertThat(text("#summary")).isEqualTo("ready to send");
        assertThat(all("#hosts .last-error").stream().map(DomNode::getTextContent))
                .containsOnly("");

        stopped.stop();
        eventually("the stopped host is not bound", () -> !phase(stopped).equals("bound"));
        assertThat(phase(running)).isEqualTo("bound");
        assertThat(text("#summary")).isEqualTo("ready to send");

        running.stop();
        eventually("no host is bound", () -> text("#summary").equals("no host is bound"));
        send("4512345678", "Shop", "", "hi");
        eventually("the refusal is shown", () -> text("#form-error").startsWith("No host of the gateway can take"));

        running.start();
        stopped.start();
        eventually(
                "both hosts are bound again",
                () -> phase(running).equals("bound") && phase(stopped).equals("bound"));
        assertThat(text("#summary")).isEqualTo("ready to send");
        assertThat(loadedOnce()).isTrue();
    }

    private void send(String to, String from, String reference, String text) throws IOException {
        page.<HtmlInput>getHtmlElementById("to").setValue(to);
        page.<HtmlInput>getHtmlElementById("from").setValue(from);
        page.<HtmlInput>getHtmlElementById("reference").setValue(reference);
        page.<HtmlTextArea>getHtmlElementById("text").setText(text);
        page.<HtmlButton>querySelector("#send button").click();
    }

    private void report(String messageId, String state, String error) {
        simulator.sendReport(
                "shop",
                "id:" + messageId + " sub:001 dlvrd:000 submit date:2011181054 done date:2011181054 stat:" + state
                        + " err:" + error + " text:order-4711",
                Tlvs.empty());
    }

    /** The script runs while this waits. What it was about to show when the condition held is shown as well. */
    private void eventually(String what, Callable<Boolean> condition) throws Exception {
        Waiting.until(what, ARRIVAL, () -> {
            browser.waitForBackgroundJavaScript(100);
            return condition.call();
        });
        browser.waitForBackgroundJavaScriptStartingBefore(0);
    }

    private String phase(SimulatedHost host) {
        return all("#hosts > li").stream()
                .filter(card -> card.querySelector(".name").getTextContent().equals(host.address()))
                .map(card -> card.querySelector(".phase").getTextContent())
                .findFirst()
                .orElse("not shown");
    }

    private boolean waitsForAReport() {
        return !element(".message .waiting").hasAttribute("hidden");
    }

    private boolean loadedOnce() {
        return Boolean.TRUE.equals(page.executeJavaScript(MARK + " === true").getJavaScriptResult())
                && browser.getCurrentWindow().getEnclosedPage() == page;
    }

    private List<DomNode> all(String selector) {
        return List.copyOf(page.querySelectorAll(selector));
    }

    private DomElement element(String selector) {
        return page.querySelector(selector);
    }

    private String text(String selector) {
        return element(selector).getTextContent();
    }
}
