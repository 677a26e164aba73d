using MicroPoints.Identity;
using MicroPoints.Runtime;
using MicroPoints.Server;

namespace MicroPoints.Silo;

/// <summary>The key that all others of a deployment are issued with.</summary>
internal static class FirstKey
{
    /// <summary>Always the same, so that of two silos that start at once only one issues it.</summary>
    private static readonly KeyId Id = new("first");

    /// <summary>Issues an approver's key for the whole country into a new file, where there is no key at all.</summary>
    /// <exception cref="StoreException">There are keys, or the file cannot be made.</exception>
    public static async Task Issue(string path, Workspace workspace, Actor by, CancellationToken cancel)
    {
        if (workspace.Keys.List(RegionCode.Nation).Count > 0) throw Exist(null);
        var made = false;
        try
        {
            // The file first: a key whose secret found no place could not be issued again.
            await using var file = KeyFile.Create(path);
            made = true;
            var (_, secret) = await workspace.Keys.Issue(new NewKey(Id, "first key", Role.Approver, RegionCode.Nation, null), by, cancel);
            await file.WriteLineAsync(secret);
            await file.FlushAsync(cancel);
        }
        catch (Exception e) when (made)
        {
            // Without the secret in it the file would only be in the way of the next start.
            File.Delete(path);
            if (e is QueryRefusedException) throw Exist(e);
            throw;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"--first-key cannot be made: {e.Message} Name a new file in a folder that can be written to", e);
        }
    }

    private static StoreException Exist(Exception? why) => new("--first-key is for a storage without any key, and this one has keys: "
        + "start without it. "
        + "'micropoints keys add' issues further ones with a key in force; where the first one's secret was lost before anything was "
        + "recorded, begin with an empty storage", why);
}
