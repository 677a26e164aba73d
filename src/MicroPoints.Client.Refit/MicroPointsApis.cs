using Refit;

namespace MicroPoints.Client.Refit;

/// <summary>A MicroPoints server's HTTP API as Refit interfaces, one a capability. Safe to use from many threads at once.</summary>
/// <remarks>Every promise of <see cref="MicroPointsClient"/> holds: writes answer <see cref="Sent{T}"/>, reads answer the value or
/// throw <see cref="ProblemException"/>, and what is sent again after a lost answer is recorded once.</remarks>
public sealed class MicroPointsApis : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="server">The server's root, such as <c>http://127.0.0.1:5080</c>.</param>
    /// <param name="network">What sends; sockets of its own where left out. It is disposed of with this.</param>
    public MicroPointsApis(Uri server, ClientOptions? options = null, HttpMessageHandler? network = null)
    {
        ArgumentNullException.ThrowIfNull(server);
        var handler = new AnswerHandler(options ?? new()) { InnerHandler = network ?? new SocketsHttpHandler() };
        _http = new HttpClient(handler) { BaseAddress = server, Timeout = Timeout.InfiniteTimeSpan };
        var settings = Settings;
        Activities = RestService.ForGenerated<IActivitiesApi>(_http, settings);
        Chambers = RestService.ForGenerated<IChambersApi>(_http, settings);
        Lineage = RestService.ForGenerated<ILineageApi>(_http, settings);
        Ledger = RestService.ForGenerated<ILedgerApi>(_http, settings);
        Standings = RestService.ForGenerated<IStandingsApi>(_http, settings);
        Rulesets = RestService.ForGenerated<IRulesetsApi>(_http, settings);
        Rounds = RestService.ForGenerated<IRoundsApi>(_http, settings);
        Ceremony = RestService.ForGenerated<ICeremonyApi>(_http, settings);
        Calendar = RestService.ForGenerated<ICalendarApi>(_http, settings);
        Identity = RestService.ForGenerated<IIdentityApi>(_http, settings);
        Health = RestService.ForGenerated<IHealthApi>(_http, settings);
    }

    /// <summary>For those who make the interfaces elsewhere, such as by <c>AddRefitClient</c> with <see cref="AnswerHandler"/>.</summary>
    public static RefitSettings Settings => new(
        new AnswerSerializer(), new AddressFormatter(), null, new CamelCaseUrlParameterKeyFormatter())
    {
        // What is sent again must be there again.
        Buffered = true,
        ExceptionFactory = _ => ValueTask.FromResult<Exception?>(null),
        DeserializationExceptionFactory = (_, e) => ValueTask.FromResult<Exception?>(e),
        TransportExceptionFactory = (_, e, _) => e,
    };

    public IActivitiesApi Activities { get; }
    public IChambersApi Chambers { get; }
    public ILineageApi Lineage { get; }
    public ILedgerApi Ledger { get; }
    public IStandingsApi Standings { get; }
    public IRulesetsApi Rulesets { get; }
    public IRoundsApi Rounds { get; }
    public ICeremonyApi Ceremony { get; }
    public ICalendarApi Calendar { get; }
    public IIdentityApi Identity { get; }
    public IHealthApi Health { get; }

    public void Dispose() => _http.Dispose();
}
