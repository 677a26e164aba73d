namespace MicroPoints.Simulation;

/// <summary>A disk that never waits: for what the simulation does to a directory between two processes.</summary>
internal sealed class CarelessDisk : Disk
{
    public override DiskFile Open(string path, FileMode mode) => new Careless(path, mode);

    public override void FlushNames(string directory) { }

    private sealed class Careless(string path, FileMode mode) : DiskFile(path, mode)
    {
        public override void Flush() { }
    }
}
