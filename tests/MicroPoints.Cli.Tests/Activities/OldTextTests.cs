using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using MicroPoints.Store.Embedded;
using MicroPoints.Streams;

namespace MicroPoints.Cli.Tests.Activities;

/// <summary>A journal may hold texts from before control characters were refused.</summary>
public sealed class OldTextTests : IDisposable
{
    private const string Reason = "抗旱\u001B]0;mine\a\u001B[2J\u202E\0\r送水";

    private readonly Desk _desk = Desk.WithChambers().GetAwaiter().GetResult();

    public void Dispose() => _desk.Dispose();

    private async Task Append()
    {
        await using var log = JournalEventLog.Open(_desk.PathOf("data"));
        var stream = StreamId.Of(new ChamberId("c-01"));
        var loaded = await log.Load(stream, 2026, [], default);
        var (by, at) = (new ActorId("clerk"), new DateTimeOffset(2026, 5, 9, 4, 0, 0, TimeSpan.Zero));
        var renamed = SealedEntry.Seal(stream, loaded.Head, new Draft(
            new EntryId("renamed"), by, at, null, new ChamberRenamed("青\u202E石", new DateOnly(2026, 5, 9))));
        var recorded = SealedEntry.Seal(stream, renamed.Head, new Draft(new EntryId("old"), by, at, null, new ActivityRecorded(
            new Fact(new KindId("federation.awarded"), Nature.Event, On.Parse("2026-05-08"), null, new Measured.Awarded(new Points(150)),
                null, null), null, [], []), new SaltedText(new byte[16], Reason)));
        Assert.IsType<AppendResult.Appended>(await log.Append(stream, loaded.Head, [renamed, recorded], default));
    }

    [Theory]
    [InlineData("activities list c-01", "抗旱\\u001B]0;mine\\u0007\\u001B[2J\\u202E\\u0000\\u000D送水")]
    [InlineData("chambers list", "青\\u202E石")]
    [InlineData("chambers list --output json", "青\\u202E石")]
    public async Task An_old_text_is_listed_and_steers_no_terminal(string line, string shown)
    {
        await Append();
        var text = (await _desk.Does(line)).Out;
        Assert.Contains(shown, text);
        Assert.Equal(-1, PlainText.ControlInLines(text.ReplaceLineEndings("\n")));
        await _desk.Does("verify");
    }
}
