// What the page runs: customers by name, whose callbacks go to the test through `reportToTest`.
import { Customer } from './customer.mjs';

const customers = new Map();

globalThis.openCustomer = (name) => {
  customers.set(name, new Customer((what) => globalThis.reportToTest(name, what)));
};

globalThis.callCustomer = (name, method, args) => customers.get(name)[method](...args);
