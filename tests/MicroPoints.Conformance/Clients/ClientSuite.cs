using MicroPoints.Client;
using MicroPoints.Contracts;

namespace MicroPoints.Conformance.Clients;

/// <summary>What every client of the HTTP API makes of the server's answers.</summary>
public abstract class ClientSuite : ClientServerSuite
{
    [Fact]
    public async Task A_recorded_activity_has_its_sequence_and_what_it_adds()
    {
        await using var server = await Start();
        var visit = New(await server.Client().Record(East, Visit("visit-1", 3)));
        Assert.Equal((SendingAnswer.Recorded, "visit-1", await server.Entries(East)), (visit.Answer, visit.Id, visit.Sequence));
        var credited = Assert.Single(visit.Credited);
        Assert.Equal(("M1", 1.5m), (credited.Indicator, credited.Counted));
    }

    [Fact]
    public async Task The_same_again_exists_with_the_first_sequence_and_hash()
    {
        await using var server = await Start();
        var first = New(await server.Client().Record(East, Visit("visit-1")));
        New(await server.Client().Record(East, Visit("visit-2")));
        var again = Known(await server.Client().Record(East, Visit("visit-1")));
        Assert.Equal((first.Sequence, first.Hash), (again.Sequence, again.Hash));
    }

    [Fact]
    public async Task Other_content_under_the_same_id_is_refused_by_name()
    {
        await using var server = await Start();
        New(await server.Client().Record(East, Visit("visit-1")));
        var problem = Refused(await server.Client().Record(East, Visit("visit-1", 2)));
        Assert.Equal(("exists-with-different-count", 409), (problem.Refusal, problem.Status));
        Assert.Equal(Problem.TypeBase + problem.Refusal, problem.Type);
        Assert.NotEmpty(problem.RequestId);
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_with_its_path()
    {
        await using var server = await Start();
        var visit = Visit("visit-1");
        visit.On = "yesterday";
        var problem = Refused(await server.Client().Record(East, visit));
        Assert.Equal(("field-invalid", 400, "$.on"), (problem.Refusal, problem.Status, problem.Path));
    }

    [Fact]
    public async Task An_id_with_a_slash_stays_in_its_place()
    {
        await using var server = await Start();
        Assert.Equal("chamber-unknown", Refused(await server.Client().Record("c-01/../c-02", Visit("visit-1"))).Refusal);
        await Assert.ThrowsAsync<ArgumentException>(() => server.Client().Record("..", Visit("visit-1")));
    }

    [Fact]
    public async Task A_wrong_key_throws_and_shows_no_key()
    {
        await using var server = await Start();
        var wrong = server.Key[..^1] + (server.Key[^1] == 'A' ? 'B' : 'A');
        var client = server.Client(server.Address, new ClientOptions { Key = wrong });
        var told = await Assert.ThrowsAsync<ProblemException>(() => client.Record(East, Visit("visit-1")));
        Assert.Equal(("key-required", 401), (told.Refusal, told.Status));
        Assert.DoesNotContain(wrong, told.ToString() + new ClientOptions { Key = wrong });
    }

    [Fact]
    public async Task An_activity_is_read_back_as_it_was_sent()
    {
        await using var server = await Start();
        var visit = New(await server.Client().Record(East, Visit("visit-1", 3)));
        var entry = (await server.Client().Activity(East, "visit-1")).Entry;
        Assert.Equal((visit.Sequence, visit.Hash, "走访会员企业"), (entry.Sequence, entry.Hash, entry.Reason));
        Assert.Equal(("member.visited", "2026-03-01", 3L), (entry.Activity!.Kind, entry.Activity.On, entry.Activity.Count));
        var told = await Assert.ThrowsAsync<ProblemException>(() => server.Client().Activity(East, "visit-2"));
        Assert.Equal("entry-not-found", told.Refusal);
    }

    [Fact]
    public async Task A_preview_says_what_recording_would_and_writes_nothing()
    {
        await using var server = await Start();
        var before = await server.Entries(East);
        var preview = New(await server.Client().Preview(East, Visit("visit-1", 3)));
        Assert.Equal((SendingAnswer.WouldRecord, before + 1), (preview.Answer, preview.Sequence));
        Assert.Equal(1.5m, Assert.Single(preview.Credited).Counted);
        Assert.Equal(before, await server.Entries(East));
        New(await server.Client().Record(East, Visit("visit-1", 3)));
        Assert.Equal(before + 1, Known(await server.Client().Preview(East, Visit("visit-1", 3))).Sequence);
    }

    [Fact]
    public async Task A_reversal_takes_back_once_and_says_so_again()
    {
        await using var server = await Start();
        New(await server.Client().Record(East, Visit("visit-1")));
        var undo = new ReversalToRecord { Id = "undo-1", Reason = "重复登记" };
        var first = New(await server.Client().Reverse(East, "visit-1", undo));
        Assert.Equal(first.Sequence, Known(await server.Client().Reverse(East, "visit-1", undo)).Sequence);
        Assert.Equal("undo-1", (await server.Client().Activity(East, "visit-1")).ReversedBy);
        undo.Id = "undo-2";
        Assert.Equal("entry-already-reversed", Refused(await server.Client().Reverse(East, "visit-1", undo)).Refusal);
    }
}
