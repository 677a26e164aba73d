namespace MicroPoints.Identity;

/// <summary>What an actor may do. Values are written into entries and keys: append only.</summary>
public enum Role
{
    /// <summary>经办人: records and reverses in open periods, registers chambers, opens and locks rounds.</summary>
    Clerk = 1,

    /// <summary>审定人: everything a clerk may, and decides, seals, adopts rulesets, opens late windows.</summary>
    Approver = 2,

    /// <summary>查看: reads facts and results, and no words that may name people.</summary>
    Reader = 3,

    /// <summary>Reads everything, the audit trail included.</summary>
    Auditor = 4,

    /// <summary>Previews; can never write.</summary>
    Sandbox = 5,
}

/// <summary>Who gives a command: an opaque id, a role and the regions it reaches.</summary>
public sealed record Actor(ActorId Id, Role Role, RegionCode Scope)
{
    /// <summary>May record, register and prepare rounds.</summary>
    public bool MayRecord(RegionCode region) => Role is Role.Clerk or Role.Approver && Scope.Contains(region);

    /// <summary>
    /// Reads notes, reasons and grounds, which may name people: those who work on what they are about, and auditors.
    /// </summary>
    public bool SeesWords => Role is Role.Clerk or Role.Approver or Role.Auditor;

    /// <summary>Reads who was let in there: keys, accounts and links.</summary>
    public bool SeesWhoMayComeIn(RegionCode region) => Role is Role.Approver or Role.Auditor && Scope.Contains(region);

    /// <summary>Is an authority: may decide, adopt, reopen and correct what is closed.</summary>
    public bool IsAuthority(RegionCode region) => Role is Role.Approver && Scope.Contains(region);
}

/// <summary>Who, when and under which rules: what every entry seals beside what it says.</summary>
/// <param name="By">The actor, checked by the host.</param>
/// <param name="At">The instant, read once by the host.</param>
/// <param name="Rules">Head of the adoption stream in force, if any.</param>
/// <param name="Salt">Sixteen bytes for the reason's digest; the host's randomness.</param>
public sealed record Context(Actor By, DateTimeOffset At, Digest? Rules, ReadOnlyMemory<byte> Salt)
{
    /// <summary>The chamber's calendar day of the command.</summary>
    public DateOnly Today => Calendar.DayOf(At);
}
