package org.connectchat.settings;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.executable.ExecutableValidator;
import jakarta.validation.metadata.BeanDescriptor;
import java.util.Set;
import org.springframework.boot.validation.MessageInterpolatorFactory;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/**
 * Bean Validation, made by the first value that needs it: its classes are a fourteenth of all that a start loads, and most starts
 * have nothing to validate.
 */
public final class LazyValidator implements Validator {

    private final SingletonSupplier<Validator> made = SingletonSupplier.of(LazyValidator::make);

    private LazyValidator() {}

    /** A validator for Spring, which checks the parameters of methods too. */
    public static SpringValidatorAdapter create() {
        return new SpringValidatorAdapter(new LazyValidator());
    }

    private static Validator make() {
        LocalValidatorFactoryBean factory = new LocalValidatorFactoryBean();
        factory.setMessageInterpolator(new MessageInterpolatorFactory().getObject());
        factory.afterPropertiesSet();
        return factory.getValidator();
    }

    @Override
    public <T> Set<ConstraintViolation<T>> validate(T value, Class<?>... groups) {
        return made.obtain().validate(value, groups);
    }

    @Override
    public <T> Set<ConstraintViolation<T>> validateProperty(T value, String property, Class<?>... groups) {
        return made.obtain().validateProperty(value, property, groups);
    }

    @Override
    public <T> Set<ConstraintViolation<T>> validateValue(
            Class<T> type, String property, Object value, Class<?>... groups) {
        return made.obtain().validateValue(type, property, value, groups);
    }

    @Override
    public BeanDescriptor getConstraintsForClass(Class<?> type) {
        return made.obtain().getConstraintsForClass(type);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return made.obtain().unwrap(type);
    }

    @Override
    public ExecutableValidator forExecutables() {
        return made.obtain().forExecutables();
    }
}
