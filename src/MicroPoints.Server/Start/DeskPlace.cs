namespace MicroPoints.Server;

/// <summary>The data of a desk that is started by a double-click, and the small file beside them that says where it answers.</summary>
internal sealed class DeskPlace(string data)
{
    /// <summary>What a program that is started so keeps things beside, wherever it was started from.</summary>
    public static string Home => AppContext.BaseDirectory;

    public static string DataOf(bool demo) => Path.Combine(Home, demo ? "demo" : "data");

    private readonly string _file = Path.TrimEndingDirectorySeparator(Path.GetFullPath(data)) + ".address";

    /// <summary>Makes the directory, or says what to do where nothing can be written.</summary>
    /// <exception cref="ConfigurationException">It lies where this person may not write, such as among the installed programs.</exception>
    public void Prepare()
    {
        try
        {
            Directory.CreateDirectory(data);
            var probe = _file + ".try";
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException([
                $"这个位置不能保存数据：{Path.GetFullPath(data)}。请把整个文件夹移到“文档”或 D 盘再双击启动（不要放在 Program Files、光盘或压缩包里）。",
                $"nothing can be kept there: {e.Message} Move the whole folder to Documents or another disk and start again."]);
        }
    }

    /// <summary>Where the desk answers and the link that its start opened, as it last wrote them; null where nothing is written.</summary>
    public (string Address, string Link)? Read()
    {
        try { return File.ReadAllLines(_file) is [var address, var link, ..] ? (address, link) : null; }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return null; }
    }

    /// <summary>The link may let somebody in, so that only the owner reads it.</summary>
    public void Write(string address, string link)
    {
        var fresh = _file + ".new";
        File.Delete(fresh);
        using (var file = KeyFile.Create(fresh)) file.Write($"{address}\n{link}\n");
        File.Move(fresh, _file, overwrite: true);
    }

    public void Forget() => File.Delete(_file);
}
