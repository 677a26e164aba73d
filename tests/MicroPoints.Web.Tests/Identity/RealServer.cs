using System.Collections.Concurrent;
using System.Net;
using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using MicroPoints.Server;
using Microsoft.Extensions.Logging;

namespace MicroPoints.Web.Tests;

/// <summary>A server that was started in earnest: nobody has an account yet, and the start has printed a link.</summary>
public class RealServer : TimeProvider, IAsyncLifetime
{
    public const string Password = "walking the dog at seven", Chamber = "c-01", Name = "青石镇商会";
    public static readonly RegionCode County = new("990101");
    private static readonly Actor Founder = new(new ActorId("founder"), Role.Approver, RegionCode.Nation);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("micropoints-accounts-");
    private readonly StringWriter _output = new();
    private readonly KeptLines _log = new();
    private TimeSpan _ahead;

    internal RunningServer Running { get; private set; } = null!;
    public Workspace Workspace => Running.Workspace;
    public string Output => _output.ToString();
    public string Logged => string.Join('\n', _log.Lines);

    internal virtual ServerOptions Options => new()
    {
        Data = Path.Combine(_directory.FullName, "data"),
        Scope = County,
        Listen = new IPEndPoint(IPAddress.Loopback, 0),
        LogLevel = LogLevel.Trace,
        LogsTo = _log,
        Clock = this,
        PagesAnswerWithin = DeskServer.Patience,
    };

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    public void Later(TimeSpan by) => _ahead += by;

    public async Task InitializeAsync()
    {
        await Start();
        foreach (var (id, name) in ((string, string)[])[(Chamber, Name), ("c-02", "白水乡商会")])
            Assert.IsType<Answer.Recorded>(await Workspace.Chambers.Run(new ChamberId(id), Founder, new ChangeChamber(new RegisterChamber(
                new EntryId("register"), name, "township", new RegionCode($"{County}001"), [], null)), default));
    }

    public async Task Start() => Running = await Hosting.Start(Options, _output, e => throw e, default);

    public async Task Restart()
    {
        await Running.DisposeAsync();
        await Start();
    }

    public async Task DisposeAsync()
    {
        await Running.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    /// <summary>The links that starts printed, in order.</summary>
    public IReadOnlyList<string> Links => [.. Output.Split('\n').Where(l => l.Contains("/set-password/", StringComparison.Ordinal))
        .Select(l => new Uri(l.Trim()).PathAndQuery)];

    /// <summary>A browser with nobody signed in.</summary>
    public Visitor Visitor() => new(Running.Address, CookieMark.Of(Options));

    /// <summary>A browser in which somebody with a password of their own has signed in.</summary>
    public async Task<Visitor> SignedIn(Role role = Role.Approver, string? name = null)
    {
        var account = await Account(role, name);
        var visitor = Visitor();
        Assert.Equal("/desk", (await visitor.SignIn(account.Id.Value)).Location);
        return visitor;
    }

    public async Task<Account> Account(Role role = Role.Approver, string? name = null)
    {
        var account = await Workspace.Accounts.Open(new NewAccount(null, name ?? $"某人 {Guid.NewGuid():n}", role, County), Founder, default);
        var (_, secret) = await Workspace.Accounts.IssueLink(account.Id, Founder, default);
        var visitor = Visitor();
        var path = $"/set-password/{secret}";
        var sent = await visitor.Submit(path, "set-password", ("password", Password), ("again", Password));
        Assert.Equal("/desk", sent.Location);
        return Workspace.Accounts.Find(account.Id)!;
    }

    public async Task<string> Heads() => (await Workspace.Log.Cut(RegionCode.Nation, default)).ToString();

    private sealed class KeptLines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];
        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
