namespace MicroPoints.Runtime;

/// <summary>The backup that is written once a day into a second folder, while everybody goes on working.</summary>
public interface IDailyBackup
{
    /// <summary>The second folder; null: none was named yet.</summary>
    string? Folder { get; }

    /// <summary>It was named when the program was started, and is changed there.</summary>
    bool IsFixed { get; }

    /// <summary>How many are kept.</summary>
    int Keeps { get; }

    /// <summary>Why there is no backup of today although one was tried; null: nothing failed.</summary>
    Title? Failure { get; }

    /// <summary>Those that lie in the folder, the latest first.</summary>
    IReadOnlyList<KeptBackup> Kept();

    /// <summary>Names the folder from now on.</summary>
    /// <param name="folder">A whole path; where only its last part is missing that is made.</param>
    /// <returns>Why it will not do, and then all stays as it was; null: it is named.</returns>
    Title? SendTo(string folder);

    /// <summary>Writes the backup of today where there is none yet.</summary>
    /// <returns>Whether one was written.</returns>
    Task<bool> RunIfDue(CancellationToken cancel);

    /// <summary>Writes the backup of today, in place of an earlier one of today.</summary>
    /// <returns>Whether one was written.</returns>
    Task<bool> RunNow(CancellationToken cancel);
}

/// <summary>One day's backup.</summary>
public sealed record KeptBackup(DateOnly Day, string Name, long Bytes);
