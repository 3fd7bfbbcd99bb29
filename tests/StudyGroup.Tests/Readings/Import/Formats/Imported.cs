using StudyGroup.Readings.Import;
using Xunit;

namespace StudyGroup.Tests.Readings.Import.Formats;

/// <summary>Imports files put together in the tests.</summary>
internal static class Imported
{
    public static ImportedDocument Document(string name, byte[] content, ImportChoices? choices = null)
    {
        var result = new DocumentImporter().Import(name, content, choices ?? ImportChoices.None, TestContext.Current.CancellationToken);
        Assert.True(result.Succeeded, result.Error?.Message);
        return result.Value;
    }

    public static ReadingDraft Reading(string name, byte[] content) => Assert.Single(Document(name, content).Readings);

    public static string? Refusal(string name, byte[] content, ImportLimits? limits = null)
    {
        var result = new DocumentImporter { Limits = limits ?? new ImportLimits() }.Import(name, content, TestContext.Current.CancellationToken);
        Assert.False(result.Succeeded, "The file was imported.");
        Assert.EndsWith(".", result.Error.Message, StringComparison.Ordinal);
        return result.Error.Code;
    }

    /// <summary>Whether this machine can read PDF files.</summary>
    public static void NeedsPdfProgram() =>
        Assert.SkipUnless((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "pdftotext"))), "not run: pdftotext (package poppler-utils) is not installed");
}
