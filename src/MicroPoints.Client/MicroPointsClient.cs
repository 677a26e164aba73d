namespace MicroPoints.Client;

/// <summary>Uses a MicroPoints server over its HTTP API. Safe to use from many threads at once.</summary>
/// <remarks>
/// <para>Writes answer <see cref="Sent{T}"/>; reads answer the value and throw <see cref="ProblemException"/> where they cannot.
/// Every write carries an id of the caller's choosing, so what is sent again after a lost answer is recorded once.</para>
/// <para>Points and quantities are decimals with at most two places, in points or in the kind's unit. Days are the chamber's
/// (Asia/Shanghai); instants are UTC.</para>
/// </remarks>
public sealed partial class MicroPointsClient
{
    private readonly Sending _sending;

    /// <param name="http">Its <see cref="HttpClient.BaseAddress"/> is the server's root, such as <c>http://127.0.0.1:5080</c>.
    /// Its timeout counts for each attempt. It stays the caller's to dispose of.</param>
    /// <exception cref="ArgumentException">The base address is missing.</exception>
    public MicroPointsClient(HttpClient http, ClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.BaseAddress is null) throw new ArgumentException(
            "the server's address is missing: set HttpClient.BaseAddress, such as http://127.0.0.1:5080", nameof(http));
        _sending = new Sending(http, options ?? new ClientOptions());
    }
}
