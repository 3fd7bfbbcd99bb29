using System.Globalization;
using System.Runtime.InteropServices;

namespace StudyGroup.Load.Measuring;

/// <summary>What the figures were taken on.</summary>
internal sealed record Machine(int Cores, long MemoryMegabytes, string System, string Runtime, string? Load)
{
    private const string LoadFile = "/proc/loadavg";

    public static Machine Look() => new(
        Environment.ProcessorCount,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024 * 1024),
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        File.Exists(LoadFile) ? string.Join(' ', File.ReadAllText(LoadFile).Split(' ')[..3]) : null);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Cores} cores, {MemoryMegabytes:N0} MB, {System}, {Runtime}, load average {Load ?? "not known"}");
}
