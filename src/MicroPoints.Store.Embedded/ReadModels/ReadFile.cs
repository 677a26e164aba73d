using Microsoft.Data.Sqlite;

namespace MicroPoints.Store.Embedded;

/// <summary>The file of the read model: opened for writing or for questions, and thrown away where it cannot be trusted.</summary>
internal sealed class ReadFile(string path)
{
    private const int Damaged = 11, NotADatabase = 26;

    public string Path { get; } = path;

    /// <summary>Of a data directory.</summary>
    public static ReadFile In(DataDirectory directory) => new(System.IO.Path.Combine(directory.Derived, "read.sqlite"));

    /// <summary>Where a new one is built before it takes this one's place.</summary>
    public ReadFile Beside => new(Path + ".new");

    public bool Exists => File.Exists(Path);

    /// <summary>Whether what went wrong is the file's own state, which building it anew mends.</summary>
    public static bool IsDamage(SqliteException e) => e.SqliteErrorCode is Damaged or NotADatabase;

    /// <summary>Why the file that is there cannot be used; null where it can, or where there is none.</summary>
    public string? Fault()
    {
        if (!Exists) return null;
        try
        {
            using var connection = Connect(SqliteOpenMode.ReadWrite);
            if (Scalar(connection, "PRAGMA quick_check(1)") is not "ok") return "it is damaged";
            if (Scalar(connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'about'") is not 1L)
                return "it is of another program";
            var schema = Scalar(connection, "SELECT schema FROM about");
            return schema is ReadSchema.Version ? null
                : $"its tables are of version {schema ?? "?"}, this program's of {ReadSchema.Version}";
        }
        catch (SqliteException e) when (IsDamage(e)) { return "it is damaged"; }
    }

    /// <summary>Opens it for writing, making its tables where there is no file.</summary>
    public SqliteConnection OpenForWriting()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        var connection = Connect(SqliteOpenMode.ReadWriteCreate);
        // It may lose its tail, for the log has it: so nothing is flushed at each commit, only where the WAL is taken over.
        Run(connection, """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
            PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -16000;
            """);
        if (Scalar(connection, "SELECT count(*) FROM sqlite_schema") is not 0L) return connection;
        Run(connection, $"BEGIN; {ReadSchema.Tables} INSERT INTO about (schema) VALUES ({ReadSchema.Version}); COMMIT");
        return connection;
    }

    public SqliteConnection OpenForQuestions()
    {
        var connection = Connect(SqliteOpenMode.ReadWrite);
        Run(connection, "PRAGMA query_only = ON");
        return connection;
    }

    /// <summary>Deletes the file with what SQLite keeps beside it; all of it is derived.</summary>
    public void Delete()
    {
        foreach (var suffix in (string[])["-wal", "-shm", "-journal", ""]) File.Delete(Path + suffix);
    }

    /// <summary>Takes this one's place by another, whole.</summary>
    public void ReplaceBy(ReadFile other)
    {
        Delete();
        File.Move(other.Path, Path);
    }

    public static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Connect(SqliteOpenMode mode)
    {
        // Not pooled: a file that is deleted or swapped must have no handle left.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 1,
        }.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
