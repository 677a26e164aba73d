using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace MicroPoints.Cli.Tests.Warm;

/// <summary>Inside the program's process: runs its entry point for each request, with the descriptors a shell would give it.</summary>
internal static class WarmLoop
{
    private const int Input = 0, Output = 1, Error = 2;

    /// <summary>Until whoever asks is gone. What the program does not catch ends the process, as it does otherwise.</summary>
    public static void Run()
    {
        using var requests = Console.OpenStandardInput();
        using var answers = Console.OpenStandardOutput();
        using (var nothing = File.OpenHandle("/dev/null")) Redirect(nothing, Input);
        // The program keeps writers of its own from one command line to the next; they must find the descriptor of the day.
        Console.SetOut(Writer(Console.OpenStandardOutput));
        Console.SetError(Writer(Console.OpenStandardError));
        var entry = Assembly.Load("MicroPoints.Cli").EntryPoint!;
        while (WarmRequest.Read(requests) is { } request) answers.Write(BitConverter.GetBytes(Run(entry, request)));
    }

    private static int Run(MethodInfo entry, WarmRequest request)
    {
        using (var output = Open(request.OutputFile)) Redirect(output, Output);
        using (var error = Open(request.ErrorFile)) Redirect(error, Error);
        Environment.CurrentDirectory = request.Directory;
        foreach (var (name, value) in request.Environment) Environment.SetEnvironmentVariable(name, value);
        var code = (int)entry.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [request.Arguments], null)!;
        foreach (var (name, _) in request.Environment) Environment.SetEnvironmentVariable(name, null);
        return code;
    }

    private static SafeHandle Open(string file) => File.OpenHandle(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);

    private static void Redirect(SafeHandle file, int descriptor)
    {
        if (dup2((int)file.DangerousGetHandle(), descriptor) < 0) throw new IOException($"descriptor {descriptor} cannot be redirected");
    }

    private static StreamWriter Writer(Func<Stream> open) => new(new LateStream(open), new UTF8Encoding(false)) { AutoFlush = true };

#pragma warning disable IDE1006 // The name is the C library's.
    [DllImport("libc")]
    private static extern int dup2(int from, int to);
#pragma warning restore IDE1006

    /// <summary>Opens what it writes to at each writing.</summary>
    private sealed class LateStream(Func<Stream> open) : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count)
        {
            using var stream = open();
            stream.Write(buffer, offset, count);
        }

        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
