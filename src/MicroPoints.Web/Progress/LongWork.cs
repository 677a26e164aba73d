using System.Security.Cryptography;
using MicroPoints.Identity;

namespace MicroPoints.Web;

/// <summary>A piece of work that goes on whether or not anybody looks at it: how far it is, and how it ended.</summary>
public sealed class LongWork : IProgress<(long Done, long Total)>
{
    private sealed record Counted(long Done, long Total);

    private volatile Counted _counted = new(0, 0);
    private volatile WorkEnd? _end;

    internal LongWork(WorkToDo toDo) => ToDo = toDo;

    /// <summary>What its page is known by.</summary>
    public string Id { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    public WorkToDo ToDo { get; }
    public string Path => $"/progress/{Id}";

    /// <summary>Chambers that are done, of how many; none of none before that is known.</summary>
    public (long Done, long Total) Count => (_counted.Done, _counted.Total);

    /// <summary>Null while it goes on.</summary>
    public WorkEnd? End => _end;

    /// <summary>Whether whoever began it was told how it ended.</summary>
    public bool IsSeen { get; private set; }

    internal Task Running { get; set; } = Task.CompletedTask;

    /// <summary>Whoever may record for these chambers sees it.</summary>
    /// <remarks>What it writes they may read in the ledgers and in the list of imports anyway, and a colleague who does not see that
    /// it runs would begin it once more. It is asked of the session that looks, not of the one that began it.</remarks>
    public bool IsFor(Actor actor) => actor.MayRecord(ToDo.Scope);

    public void Report((long Done, long Total) value) => _counted = new Counted(value.Done, value.Total);

    /// <summary>Told to somebody: whoever began it needs no more be reminded.</summary>
    public void SeenBy(Actor actor) => IsSeen |= _end is not null && actor.Id == ToDo.By.Id;

    internal void EndAs(WorkEnd end) => _end = end;

    /// <summary>Files are large: of a work that ended long ago it is made once more.</summary>
    internal void DropFile() => _end = _end is { File: not null } end ? end with { File = null } : _end;
}
