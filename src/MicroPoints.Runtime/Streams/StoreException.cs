namespace MicroPoints.Runtime;

/// <summary>The store cannot do its work; the message says what, where, and what to do.</summary>
public class StoreException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Another process works on the data.</summary>
public sealed class StoreInUseException(string message, Exception? inner = null) : StoreException(message, inner);

/// <summary>Whether the entries were recorded is unknown: send the same ids again once the store runs.</summary>
public sealed class AppendUnknownException(string message, Exception? inner = null) : StoreException(message, inner);
