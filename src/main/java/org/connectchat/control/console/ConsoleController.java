package org.connectchat.control.console;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Set;
import java.util.zip.CRC32;
import org.connectchat.restjson.place.ControlPaths;
import org.connectchat.restjson.url.BaseUrl;
import org.connectchat.restjson.url.PublicUrl;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Serves the console (rule C17): a page and the modules that it loads. Nothing is read before a browser asks for it. */
@Hidden
@RestController
final class ConsoleController {

    static final String PAGE = ControlPaths.BASE + "/console/";
    /** The URLs of sockets name this machine as 127.0.0.1 (rule W1), whichever of its names the page has. */
    private static final Set<String> LOOPBACK = Set.of("localhost", "[::1]");

    private static final String FILES = "org/connectchat/control/console/page/";

    private final boolean enabled;
    private final PublicUrl publicUrl;

    ConsoleController(ConsoleSettings settings, PublicUrl publicUrl) {
        this.enabled = settings.enabled();
        this.publicUrl = publicUrl;
    }

    @GetMapping(ControlPaths.BASE + "/console")
    ResponseEntity<Void> console() throws NoResourceFoundException {
        requireEnabled("console");
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(PAGE))
                .build();
    }

    @GetMapping(PAGE)
    ResponseEntity<byte[]> page(HttpServletRequest request) throws IOException, NoResourceFoundException {
        return file("index.html", request);
    }

    @GetMapping(PAGE + "{file:[a-z0-9-]+\\.(?:html|js|css|svg)}")
    ResponseEntity<byte[]> file(@PathVariable String file, HttpServletRequest request)
            throws IOException, NoResourceFoundException {
        requireEnabled(file);
        ClassPathResource resource = new ClassPathResource(FILES + file);
        if (!resource.exists()) {
            throw new NoResourceFoundException(HttpMethod.GET, PAGE + file, file);
        }
        byte[] bytes;
        try (InputStream stream = resource.getInputStream()) {
            bytes = stream.readAllBytes();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(version(bytes))
                .header("Content-Security-Policy", policy(request))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .contentType(MediaTypeFactory.getMediaType(file).orElseThrow())
                .body(bytes);
    }

    private void requireEnabled(String file) throws NoResourceFoundException {
        if (!enabled) {
            throw new NoResourceFoundException(HttpMethod.GET, PAGE + file, file);
        }
    }

    private static String version(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return Long.toHexString(sum.getValue()) + "-" + Integer.toHexString(bytes.length);
    }

    /** Not every browser takes {@code 'self'} for the sockets of the same host, so these are named. */
    private String policy(HttpServletRequest request) {
        URI base = publicUrl.of(BaseUrl.of(request));
        String scheme = base.getScheme().equals("https") ? "wss://" : "ws://";
        String sockets = scheme + base.getRawAuthority();
        String host = base.getHost(); // null for a name with an underscore, which container networks have
        if (host != null && LOOPBACK.contains(host)) {
            sockets += " " + scheme + "127.0.0.1" + (base.getPort() < 0 ? "" : ":" + base.getPort());
        }
        String own = publicUrl.configured() == null ? "" : " " + base.getScheme() + "://" + base.getRawAuthority();
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:" + own
                + "; connect-src 'self' " + sockets + own
                + "; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    }
}
