using MicroPoints.Identity;
using MicroPoints.Imports;
using MicroPoints.Streams;

namespace MicroPoints.Tests.Imports;

/// <summary>An import begins, comes to its end or breaks off, and can be taken back as a whole.</summary>
public sealed class ImportTests
{
    private static readonly Actor County = Contexts.Clerk with { Scope = new("450123") };
    private readonly ImportState _import = new(StreamId.Parse("import:imp-1"));

    private static BeginImport Begin(int chambers = 2, string scope = "450123", string file = "汇总表.xlsx") => new(
        new ImportBegun(Digest.OfText("file"), TableShape.Annual, Period.Year(2026), new RegionCode(scope), null,
            [.. Enumerable.Range(1, chambers).Select(i => new ChamberId($"c-{i}"))]), file);

    private Decision Give(StreamCommand<ImportState> command, Actor? by = null)
    {
        var decision = command.Judge(_import, Contexts.On("2026-12-20", by ?? County));
        if (decision is Decision.Accepted accepted)
            foreach (var draft in accepted.Entries) _import.Apply(SealedEntry.Seal(_import.Stream, _import.Head, draft));
        return decision;
    }

    private static void Refuses(Refusal refusal, Decision decision) =>
        Assert.Equal(refusal, Assert.IsType<Decision.Refused>(decision).Reason);

    [Fact]
    public void Its_file_name_is_sealed_only_as_a_salted_digest()
    {
        var draft = Assert.Single(Assert.IsType<Decision.Accepted>(Give(Begin())).Entries);
        Assert.Equal("汇总表.xlsx", draft.Reason?.Text);
        Assert.DoesNotContain("汇总表", System.Text.Encoding.UTF8.GetString(Streams.Samples.Bytes(draft.Body)));
    }

    [Fact]
    public void Begun_again_it_exists_and_nothing_is_added()
    {
        Give(Begin());
        Assert.IsType<Decision.Exists>(Give(Begin()));
        Assert.Equal(1, _import.Head.Sequence);
    }

    [Fact]
    public void Finished_again_the_first_count_stays()
    {
        Give(Begin());
        Give(new FinishImport(new ImportFinished(12, 3)));
        Assert.IsType<Decision.Exists>(Give(new FinishImport(new ImportFinished(0, 0))));
        Assert.Equal(new ImportFinished(12, 3), _import.Finished);
    }

    [Fact]
    public void A_broken_off_import_is_taken_back_too()
    {
        Give(Begin());
        Assert.IsType<Decision.Accepted>(Give(new BeginUndo("传错了文件")));
        Assert.IsType<Decision.Accepted>(Give(new FinishUndo(new ImportUndone(5, 0))));
        Assert.Equal("传错了文件", _import.UndoEntry?.Reason?.Text);
        Assert.Equal(new ImportUndone(5, 0), _import.Undone);
    }

    [Fact]
    public void Once_it_is_being_taken_back_it_does_not_finish()
    {
        Give(Begin());
        Give(new BeginUndo("传错了文件"));
        Refuses(Refusal.ImportTakenBack, Give(new FinishImport(new ImportFinished(1, 0))));
    }

    [Fact]
    public void An_undo_ends_only_where_one_began()
    {
        Give(Begin());
        Refuses(Refusal.ImportNotTakenBack, Give(new FinishUndo(new ImportUndone(1, 0))));
    }

    [Fact]
    public void What_never_began_neither_finishes_nor_is_taken_back()
    {
        Refuses(Refusal.ImportUnknown, Give(new FinishImport(new ImportFinished(1, 0))));
        Refuses(Refusal.ImportUnknown, Give(new BeginUndo("传错了文件")));
    }

    [Fact]
    public void An_undo_needs_a_reason()
    {
        Give(Begin());
        Refuses(Refusal.ReasonMissing, Give(new BeginUndo(" ")));
    }

    [Fact]
    public void Nobody_imports_or_takes_back_beyond_their_region()
    {
        Refuses(Refusal.NotAllowed, Give(Begin(scope: "450124")));
        Give(Begin());
        Refuses(Refusal.NotAllowed, Give(new BeginUndo("误传"), County with { Scope = new("450124") }));
    }

    [Fact]
    public void More_chambers_than_the_limit_are_refused()
    {
        Assert.IsType<Decision.Refused>(Give(Begin(Limits.ImportChambersMax + 1)));
        Refuses(Refusal.ImportTooLarge, Give(Begin(Limits.ImportChambersMax + 1)));
        Assert.IsType<Decision.Accepted>(Give(Begin(Limits.ImportChambersMax)));
    }

    [Fact]
    public void A_file_name_that_steers_a_terminal_is_refused() =>
        Refuses(Refusal.TextNotPlain, Give(Begin(file: "a\u001b[2J.xlsx")));
}
