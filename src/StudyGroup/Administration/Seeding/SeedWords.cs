using System.Globalization;

namespace StudyGroup.Administration.Seeding;

/// <summary>Plain English that says nothing: sentences put together from short lists, the same ones for the same number.</summary>
internal sealed class SeedWords(int number)
{
    private static readonly string[] FirstNames =
    [
        "Ada", "Anton", "Berit", "Bruno", "Carla", "Cyril", "Dora", "Edgar", "Elin", "Felix", "Greta", "Hugo", "Ida", "Ivan", "Jonas", "Judith", "Karim", "Lea", "Lukas", "Maren",
        "Nadia", "Nils", "Olga", "Oscar", "Paula", "Pavel", "Rosa", "Rufus", "Selma", "Simon", "Tilda", "Tomas", "Ulla", "Vera", "Viktor", "Wanda", "Willem", "Yara", "Zeno", "Zita",
    ];

    private static readonly string[] LastNames =
    [
        "Alder", "Birch", "Carver", "Dunn", "Ebner", "Fuller", "Garth", "Hale", "Irwin", "Jansen", "Keller", "Lund", "Moreau", "Nash", "Orme", "Pike", "Quist", "Rowe", "Stein",
        "Thorn", "Unger", "Vance", "Weld", "York", "Zeller",
    ];

    private static readonly string[] Openings =
        ["In the first years", "Some time later", "On closer reading", "As a rule", "Now and then", "In most towns", "Without much noise", "From the outset", "By the end of the season", "At this point"];

    private static readonly string[] Subjects =
    [
        "the author", "an early reader", "the committee", "a patient editor", "the second chapter", "the archive", "this argument", "the older edition", "a careful witness",
        "the common room", "the printed map", "an attentive visitor", "the whole question", "the quiet majority",
    ];

    private static readonly string[] Verbs =
        ["describes", "leaves open", "counts", "returns to", "sets aside", "compares", "explains", "overlooks", "keeps", "questions", "measures", "repeats", "gathers", "weighs"];

    private static readonly string[] Objects =
    [
        "the terms of the agreement", "a list of small changes", "the distance between two houses", "what the letters had promised", "the order of the exhibits", "every third example",
        "the difference in tone", "a slow and useful habit", "the reasons given at the time", "the work of many hands", "the weather of that year", "a table of figures", "its own first premise",
    ];

    private static readonly string[] Closings =
    [
        "and nobody objected", "although the evidence is thin", "which surprised the group", "before the matter was closed", "so that others could go on from there", "as the notes make clear",
        "with fewer words than one expects", "and the margin shows it", "while the river rose", "until the reading was finished",
    ];

    private readonly Random random = new(number);

    /// <summary>A full name that no two numbers share.</summary>
    public static string NameOf(int number) => string.Create(
        CultureInfo.InvariantCulture, $"{FirstNames[number % FirstNames.Length]} {LastNames[number / FirstNames.Length % LastNames.Length]} {number}");

    /// <summary>The text with a capital at its start.</summary>
    public static string Titled(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public string Title()
    {
        var subject = Pick(Subjects);
        return $"{Titled(subject)} and {Pick(Objects)}";
    }

    public string Paragraph() => string.Join(' ', Enumerable.Range(0, random.Next(4, 7)).Select(_ => Sentence()));

    /// <summary>One to three sentences, sometimes a question.</summary>
    public string Comment()
    {
        var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Sentence()));
        return random.Next(6) == 0 ? $"Is it true that {Pick(Subjects)} {Pick(Verbs)} {Pick(Objects)}? {text}" : text;
    }

    private string Sentence() => random.Next(3) == 0
        ? $"{Titled(Pick(Subjects))} {Pick(Verbs)} {Pick(Objects)}, {Pick(Closings)}."
        : $"{Pick(Openings)} {Pick(Subjects)} {Pick(Verbs)} {Pick(Objects)}, {Pick(Closings)}.";

    private string Pick(string[] list) => list[random.Next(list.Length)];
}
