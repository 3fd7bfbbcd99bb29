using System.Text;
using StudyGroup.Readings.Import.Formats.Archives;

namespace StudyGroup.Readings.Import.Formats.Epub;

/// <summary>Whether a book's pages are locked. Only its typefaces often are, which matters to nobody here.</summary>
internal static class EpubProtection
{
    private const int MostBytes = 1024 * 1024;

    public static bool IsOn(Archive archive)
    {
        if (archive.Holds("META-INF/rights.xml") || archive.Holds("META-INF/sinf.xml") || archive.Holds("META-INF/license.lcpl"))
            return true;
        if (archive.Read("META-INF/encryption.xml", MostBytes) is not { } bytes)
            return false;
        var locked = Encoding.UTF8.GetString(bytes).Split("CipherReference").Skip(1);
        return locked.Any(reference => reference.Split('>')[0] is var tag && (tag.Contains("htm", StringComparison.OrdinalIgnoreCase) || tag.Contains(".xml\"", StringComparison.OrdinalIgnoreCase) || tag.Contains(".opf", StringComparison.OrdinalIgnoreCase)));
    }
}
