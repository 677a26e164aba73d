namespace MicroPoints.Store.Embedded.Tests;

/// <summary>What a test needs of the machine.</summary>
public enum Condition
{
    /// <summary>A user whom file permissions bind, and a system that has them.</summary>
    NoRoot,

    /// <summary>Linux's <c>/sys</c>, where nobody can make a file.</summary>
    SystemFiles,
}

/// <summary>A test that is shown as skipped, with its reason, where the machine cannot run it.</summary>
public sealed class OnlyWhereAttribute : FactAttribute
{
    public OnlyWhereAttribute(Condition condition) => Skip = condition switch
    {
        Condition.NoRoot when OperatingSystem.IsWindows() => "Windows keeps no mode bits",
        Condition.NoRoot when Environment.IsPrivilegedProcess => "root may write anywhere",
        Condition.SystemFiles when !Directory.Exists("/sys/kernel") => "this system has no /sys",
        _ => null,
    };
}
