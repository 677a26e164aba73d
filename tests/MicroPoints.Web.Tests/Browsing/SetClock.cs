namespace MicroPoints.Web.Tests;

/// <summary>A clock that stands where a test sets it: after the fictional county's last record.</summary>
internal sealed class SetClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 12, 31, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
