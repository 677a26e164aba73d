namespace MicroPoints.Store.Embedded;

/// <summary>Why there is no backup, as a clerk reads it: what is wrong and what to do.</summary>
internal static class BackupWords
{
    private const int NoSpace = 28;
    private const int DiskFull = unchecked((int)0x80070070);

    public static Title Fixed => new("备份文件夹是启动时指定的，请在启动设置里修改。", "The folder was named at the start; change it there.");

    public static Title NotWhole => new("请写完整的路径，例如 D:\\积分备份。", "Write the whole path, such as D:\\backup.");

    public static Title WithinData => new("备份不能放在数据文件夹里：数据坏了，备份也会一起坏。请另选一个文件夹，最好在另一块硬盘或 U 盘上。",
        "Backups are not kept within the data, or both are lost at once. Name another folder, best on another disk.");

    public static Title Missing(string folder) => new($"找不到文件夹“{folder}”。移动硬盘或 U 盘请先插好，共享盘请先连上。",
        $"The folder {folder} is not there. Plug the disk in, or connect the network drive.");

    public static Title OfOtherData(string name) => new($"这个文件夹里的 {name} 是另一套数据的备份。请为本数据另选一个文件夹。",
        $"{name} in that folder is a backup of other data. Name a folder of its own.");

    public static Title Damaged(string name) => new($"文件夹里的 {name} 不是完好的备份，请把它移走。",
        $"{name} in that folder is no sound backup: move it away.");

    public static Title Of(Exception failed) => (failed.InnerException ?? failed) switch
    {
        UnauthorizedAccessException => new("没有写入这个文件夹的权限，请换一个文件夹。", "The folder may not be written: name another one."),
        IOException { HResult: NoSpace or DiskFull } => new("备份所在的磁盘满了，请清理或换一个文件夹。", "The disk is full: free some space."),
        IOException io => new($"写入时出错（{io.Message}）。请检查磁盘或网络。", $"Writing failed: {io.Message} Check the disk or the network."),
        var other => new($"数据没有通过检查（{other.Message}）。请联系技术人员。", $"The data did not pass the check: {other.Message}"),
    };
}
