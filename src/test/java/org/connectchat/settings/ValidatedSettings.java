package org.connectchat.settings;

import org.springframework.context.annotation.Import;

/** Validates the settings of a test that binds them without an emulator. */
@Import(SettingsValidator.class)
public class ValidatedSettings {}
