package org.safespaces.acceptance.secrecy;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;

/** A form of a page as a browser would send it, to be sent by a bare request with something else in it. */
final class Forms {
    private static final String FILLED =
            """
            ([field, words]) => {
              const said = button => button.value + button.innerText;
              const button = form => [...form.elements].find(each => each.type === 'submit' && words && said(each).includes(words));
              const having = [...document.forms].filter(one => [...one.elements].some(each => each.name === field));
              const form = having.find(button) || having[0];
              if (!form) return null;
              const pressed = button(form);
              const sent = [...new FormData(form)].flat();
              const action = new URL(form.getAttribute('action'), document.baseURI).href;
              return [action, ...sent, ...(pressed && pressed.name ? [pressed.name, pressed.value] : [])];
            }
            """;

    private final Page page;
    private final String action;
    private final FormData fields = FormData.create();

    private Forms(Page page, List<String> sent) {
        this.page = page;
        this.action = sent.get(0);
        for (int at = 1; at < sent.size(); at += 2) {
            fields.append(sent.get(at), sent.get(at + 1));
        }
    }

    /** The form with this field, when the button with these words is pressed; no words for none. */
    @SuppressWarnings("unchecked")
    static Forms with(Page page, String field, String words) {
        Object sent = page.evaluate(FILLED, List.of(field, words));
        if (sent == null) {
            throw new AssertionError("no form with the field " + field + " stands at " + page.url());
        }
        return new Forms(page, (List<String>) sent);
    }

    Forms set(String field, String value) {
        fields.set(field, value);
        return this;
    }

    /** Sends it, and does not follow where the answer leads. */
    APIResponse send() {
        APIResponse answer = page.context()
                .request()
                .post(action, RequestOptions.create().setForm(fields).setMaxRedirects(0));
        if (answer.status() >= 500) {
            throw new AssertionError("a form at " + page.url() + " was answered with " + answer.status());
        }
        return answer;
    }

    /** Where the browser is sent after it; empty when nowhere. */
    String sendAndFollow() {
        return send().headers().getOrDefault("location", "");
    }
}
