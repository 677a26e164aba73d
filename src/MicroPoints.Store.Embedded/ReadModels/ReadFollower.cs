using System.Diagnostics;
using MicroPoints.Runtime;
using Microsoft.Data.Sqlite;

namespace MicroPoints.Store.Embedded;

/// <summary>The one thread that writes the read model: it follows the log, and nothing waits for it but questions.</summary>
internal sealed class ReadFollower
{
    private static readonly TimeSpan RestMax = TimeSpan.FromMilliseconds(500), RestMin = TimeSpan.FromMilliseconds(5);
    private const int RestsPerWork = 7;
    private static readonly TimeSpan AgainSoon = TimeSpan.FromMilliseconds(50), AgainLater = TimeSpan.FromSeconds(2);

    private readonly ReadFile _file;
    private readonly IEventLog _log;
    private readonly ReadNotes _notes;
    private readonly ReadQuestions _questions;
    private readonly Action<string> _tell;
    private readonly Thread _thread;
    private ReadWriter? _writer;
    private volatile bool _distrusted;
    private long _entries;

    public ReadFollower(ReadFile file, IEventLog log, ReadNotes notes, ReadQuestions questions, Action<string> tell)
    {
        (_file, _log, _notes, _questions, _tell) = (file, log, notes, questions, tell);
        _thread = new Thread(Loop) { IsBackground = true, Name = "micropoints read model", Priority = ThreadPriority.BelowNormal };
        _thread.Start();
    }

    /// <summary>Why it is not getting on; null while it does.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Entries taken in since the start.</summary>
    public long Entries => Interlocked.Read(ref _entries);

    /// <summary>A question found the file damaged: it is built anew.</summary>
    public void Distrust()
    {
        _distrusted = true;
        _notes.Wake();
    }

    public void Join() => _thread.Join();

    private void Loop()
    {
        var whole = true;
        while (_notes.Take(again: whole) is { } batch)
        {
            try
            {
                Work(batch, whole || _distrusted);
                (whole, Trouble) = (false, null);
            }
            catch (OperationCanceledException) { break; }
            // Nothing it meets may end the process: it says what it met, and tries again until it is mended.
            catch (Exception e)
            {
                whole = true;
                _notes.Rest(Recover(e));
            }
        }
        _questions.Close();
        _writer?.Dispose();
    }

    private void Work(ReadNotes.Batch batch, bool whole)
    {
        var started = Stopwatch.GetTimestamp();
        var writer = whole ? Open() : _writer!;
        var counted = 0L;
        ReadTaking? taking = null;
        taking = new ReadTaking(_log, writer, _tell, () =>
        {
            Interlocked.Add(ref _entries, taking!.Entries - counted);
            counted = taking.Entries;
            if (_notes.IsClosing) throw new OperationCanceledException();
            Yield(batch, ref started);
        });
        if (whole) taking.Take(taking.Reconcile(_log.Cut(RegionCode.Nation, CancellationToken.None).AsTask().GetAwaiter().GetResult()));
        else taking.Take(batch.Streams);
        _notes.Finish(batch);
        Telemetry.CountLag(_notes.LastLag);
        // So that a log that never rests is taken in by the hundred, not one by one.
        _notes.Yield(batch, RestMin);
    }

    /// <summary>While others record it rests much longer than it worked: an eighth of one core is its own.</summary>
    private void Yield(ReadNotes.Batch batch, ref long started)
    {
        var rest = Stopwatch.GetElapsedTime(started) * RestsPerWork;
        _notes.Yield(batch, rest < RestMax ? rest : RestMax);
        started = Stopwatch.GetTimestamp();
    }

    /// <summary>The writer over a file that can be trusted; one that cannot is deleted, for all of it is derived.</summary>
    private ReadWriter Open()
    {
        if (_writer is { } open && !_distrusted) return open;
        _writer?.Dispose();
        _writer = null;
        if ((_distrusted ? "it is damaged" : _file.Fault()) is { } fault)
        {
            _tell($"{_file.Path} is built anew from the log: {fault}");
            _questions.Exclusively(_file.Delete);
            _distrusted = false;
        }
        _writer = new ReadWriter(_file.OpenForWriting(), _log);
        _questions.Open();
        return _writer;
    }

    /// <returns>How long to rest before trying again.</returns>
    private TimeSpan Recover(Exception e)
    {
        if (e is SqliteException sqlite && ReadFile.IsDamage(sqlite)) _distrusted = true;
        var isBusy = e is SqliteException { SqliteErrorCode: 5 or 6 };
        var trouble = isBusy ? $"{_file.Path} is locked by another program" : $"{_file.Path}: {e.Message}";
        if (trouble != Trouble) _tell($"the read model is behind, recording goes on: {trouble}");
        Trouble = trouble;
        return isBusy || _distrusted ? AgainSoon : AgainLater;
    }
}
