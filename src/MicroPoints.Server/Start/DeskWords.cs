using MicroPoints.Runtime.Demo;

namespace MicroPoints.Server;

/// <summary>What a desk that is started by a double-click says in its window.</summary>
internal static class DeskWords
{
    public static string Starting(ServerOptions options) =>
        $"{(options.Demo ? $"{DemoPlan.Stamp} " : "")}MicroPoints 正在启动，数据在 {Path.GetFullPath(options.Data)} …";

    public static string Running(string address, string link) => $"""
        已启动：{address}
        正在打开浏览器。没有打开的话，请把下面的链接复制到浏览器：
        {link}
        停止：关闭这个窗口，或按 Ctrl+C；再次双击会打开同一个页面。
        running; this link opens it in a browser. To stop it close this window or press Ctrl+C.
        """;

    public static string RunningAlready(string link) => $"""
        已经在运行，打开它的页面：
        {link}
        it runs already: opening its page
        """;

    public static string Restored(string file, string data, string at) => $"""
        已从备份恢复：{file}（{at} 的数据）→ {data}
        restored from a backup
        """;

    public static string Busy(string data) =>
        $"数据正由另一个程序使用，而它没有应答：{Path.GetFullPath(data)}。请等一分钟再双击；仍不行就重新启动电脑。"
        + " another program holds the data and does not answer: try again in a minute.";

    public static string Full(int from, int to) =>
        $"本机端口 {from} 到 {to} 都被占用。请关闭其他程序再启动，或用 --listen 127.0.0.1:端口 指定一个。 no free port";

    public static string HoldsData(string data) =>
        $"不能恢复：{Path.GetFullPath(data)} 已经有数据。请先把这个文件夹改名保存（例如“data-旧”），再恢复。"
        + " there are data already: rename that folder first.";
}
