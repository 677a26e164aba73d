namespace MicroPoints.Store.Postgres;

/// <summary>Reads a proof from any place, a part at a time.</summary>
internal sealed class ProofStream(KeptProof proof) : Stream
{
    private (int Number, byte[] Bytes) _part = (-1, []);
    private long _position;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => proof.Length;

    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), "a place is not before the beginning");
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || _position >= Length) return 0;
        var number = (int)(_position / PostgresProofs.PartBytes);
        if (_part.Number != number) _part = (number, await proof.PartAt(number, cancellationToken));
        var rest = _part.Bytes.AsMemory((int)(_position % PostgresProofs.PartBytes));
        var count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        _position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => _position,
        _ => Length,
    };

    public override void Flush() { }
    public override void SetLength(long value) => throw new NotSupportedException("a kept proof is only read");
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("a kept proof is only read");
}
