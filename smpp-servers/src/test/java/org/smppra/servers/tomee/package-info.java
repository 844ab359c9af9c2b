/** TomEE Plus. */
@org.jspecify.annotations.NullMarked
package org.smppra.servers.tomee;
