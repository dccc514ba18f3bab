package org.connectchat.settings;

import org.springframework.boot.validation.MessageInterpolatorFactory;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.validation.Errors;
import org.springframework.validation.SmartValidator;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/**
 * Validates with Bean Validation, which is made by the first value that needs it: its classes are a fourteenth of all that a start
 * loads, and most starts have nothing to validate.
 */
public final class LazyValidator implements SmartValidator {

    private final SingletonSupplier<LocalValidatorFactoryBean> beanValidation =
            SingletonSupplier.of(LazyValidator::make);

    private static LocalValidatorFactoryBean make() {
        LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean();
        validator.setMessageInterpolator(new MessageInterpolatorFactory().getObject());
        validator.afterPropertiesSet();
        return validator;
    }

    /** Any type can have constraints. */
    @Override
    public boolean supports(Class<?> type) {
        return true;
    }

    @Override
    public void validate(Object target, Errors errors) {
        beanValidation.obtain().validate(target, errors);
    }

    @Override
    public void validate(Object target, Errors errors, Object... hints) {
        beanValidation.obtain().validate(target, errors, hints);
    }
}
