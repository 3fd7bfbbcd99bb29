using System.Xml.Linq;
using StudyGroup.Readings.Import.Articles;
using StudyGroup.Readings.Import.Source;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Formats.Epub;

/// <summary>Title, authors, translator and the like, as the package of a book writes them.</summary>
internal static class EpubMetadata
{
    private const int LongestValue = 500;

    public static Metadata Read(XElement? metadata)
    {
        var titles = Values(metadata, "title").ToList();
        return new Metadata
        {
            Title = titles.FirstOrDefault(title => Refined(metadata, title.Element, "title-type") is null or "main").Value ?? titles.FirstOrDefault().Value,
            Subtitle = titles.FirstOrDefault(title => Refined(metadata, title.Element, "title-type") == "subtitle").Value,
            Authors = [.. Values(metadata, "creator").Where(person => RoleOf(metadata, person.Element) is null or "aut").Select(person => Name(person.Value))],
            Translator = Values(metadata, "contributor").Concat(Values(metadata, "creator")).Where(person => RoleOf(metadata, person.Element) == "trl").Select(person => Name(person.Value)).FirstOrDefault(),
            Date = Dates(metadata).FirstOrDefault(),
            Language = Values(metadata, "language").Select(language => language.Value).FirstOrDefault(),
            Publication = Values(metadata, "publisher").Select(publisher => publisher.Value).FirstOrDefault(),
            Rights = Values(metadata, "rights").Select(rights => rights.Value).FirstOrDefault(),
            SourceAddress = Values(metadata, "source").Concat(Values(metadata, "identifier")).Select(source => source.Value).FirstOrDefault(value => WebAddress.IsAt(value) && !value.Contains(' ')),
        };
    }

    private static IEnumerable<(XElement Element, string Value)> Values(XElement? metadata, string name) =>
        from element in metadata.Named(name)
        let value = string.Join(' ', LetterFolding.Fold(element.Value).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        where value.Length is > 0 and <= LongestValue
        select (element, value);

    // The date of the conversion is not that of the text.
    private static IEnumerable<string> Dates(XElement? metadata) =>
        Values(metadata, "date").Where(date => date.Element.Value("event") is null or "publication" or "original-publication" or "issued").Select(date => MetadataFields.DateOf(date.Value)).OfType<string>();

    private static string? RoleOf(XElement? metadata, XElement person) => person.Value("role") ?? Refined(metadata, person, "role");

    private static string? Refined(XElement? metadata, XElement element, string property) => element.Value("id") is not { } id ? null
        : metadata.Named("meta").FirstOrDefault(meta => meta.Value("refines") == "#" + id && meta.Value("property") == property)?.Value.Trim();

    // Libraries sort by family names.
    private static string Name(string written)
    {
        var parts = written.Split(',', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && parts[0].Length > 0 && parts[1].Length > 0 && !parts[1].Contains(' ', StringComparison.Ordinal) | NameLine.IsPerson($"{parts[1]} {parts[0]}") ? $"{parts[1]} {parts[0]}" : written;
    }
}
