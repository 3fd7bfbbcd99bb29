using System.Xml;
using System.Xml.Linq;

namespace StudyGroup.Readings.Import.Formats;

/// <summary>Reads a part of a packed file as XML, without entities and without fetching anything.</summary>
internal static class XmlParts
{
    private const int MostCharacters = 80_000_000;

    private static XmlReaderSettings Settings => new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = MostCharacters, CheckCharacters = false };

    /// <summary>Whether it is XML from its beginning to its end; nothing of it is held.</summary>
    public static bool Is(Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            using var reader = XmlReader.Create(stream, Settings);
            while (reader.Read())
                cancellationToken.ThrowIfCancellationRequested();
            return true;
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException or IOException)
        {
            return false;
        }
    }

    /// <returns>The root, or null when it is no XML.</returns>
    public static XElement? Read(byte[]? bytes)
    {
        if (bytes is null)
            return null;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), Settings);
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    public static IEnumerable<XElement> Named(this XContainer? parent, string name) =>
        parent is null ? [] : parent.Descendants().Where(element => element.Name.LocalName == name);

    public static XElement? Child(this XElement? parent, string name) => parent?.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    /// <summary>The value of an attribute, whatever namespace it is in.</summary>
    public static string? Value(this XElement? element, string name) => element?.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;
}
