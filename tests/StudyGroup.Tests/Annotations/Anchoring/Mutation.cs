namespace StudyGroup.Tests.Annotations.Anchoring;

/// <summary>What an editor, a scanner or an accident does to a text. Each is drawn by a seeded generator.</summary>
internal static class Mutation
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz ,.";

    public static IReadOnlyDictionary<string, Action<TracedText, Random>> All { get; } = new Dictionary<string, Action<TracedText, Random>>
    {
        ["nothing"] = (_, _) => { },
        ["letters 1 %"] = (text, random) => Letters(text, random, 0.01),
        ["letters 5 %"] = (text, random) => Letters(text, random, 0.05),
        ["letters 10 %"] = (text, random) => Letters(text, random, 0.10),
        ["letters 20 %"] = (text, random) => Letters(text, random, 0.20),
        ["words 2 %"] = (text, random) => Words(text, random, 0.02),
        ["words 10 %"] = (text, random) => Words(text, random, 0.10),
        ["white space and quotation marks"] = Whitespace,
        ["paragraphs inserted"] = (text, random) => Times(random, 6, () => text.Paragraphs.Insert(random.Next(text.Paragraphs.Count + 1), text.New(OfAnother(random)))),
        ["paragraphs deleted"] = (text, random) => Times(random, 6, () => text.Paragraphs.RemoveAt(random.Next(text.Paragraphs.Count))),
        ["paragraphs moved"] = (text, random) => Times(random, 4, () => Move(text, random)),
        ["paragraphs moved and edited"] = (text, random) =>
        {
            Times(random, 4, () => Move(text, random));
            Letters(text, random, 0.03);
        },
        ["paragraphs joined"] = (text, random) => Times(random, 4, () => Join(text, random)),
        ["paragraphs split"] = (text, random) => Times(random, 4, () => Split(text, random)),
        ["paragraphs copied elsewhere"] = (text, random) => Times(random, 6, () => Duplicate(text, random)),
        ["paragraphs copied elsewhere, the text edited"] = (text, random) =>
        {
            Times(random, 6, () => Duplicate(text, random));
            Letters(text, random, 0.02);
        },
        ["paragraphs copied elsewhere, the first ones edited"] = EditAndCopy,
        ["sentences copied elsewhere, the text edited"] = (text, random) =>
        {
            Times(random, 12, () => Quote(text, random));
            Letters(text, random, 0.02);
        },
        ["sentences cited elsewhere, their paragraph deleted"] = (text, random) => Times(random, 6, () => CiteAndDelete(text, random)),
        ["sentences moved into another paragraph"] = (text, random) => Times(random, 6, () => MoveSentence(text, random)),
        ["everything at once"] = (text, random) =>
        {
            Times(random, 2, () => Move(text, random));
            Times(random, 2, () => text.Paragraphs.RemoveAt(random.Next(text.Paragraphs.Count)));
            Times(random, 3, () => Quote(text, random));
            Times(random, 2, () => Join(text, random));
            Times(random, 2, () => Split(text, random));
            Words(text, random, 0.03);
            Letters(text, random, 0.01);
        },
    };

    private static void Times(Random random, int most, Action change)
    {
        for (var left = random.Next(1, most + 1); left > 0; left--)
            change();
    }

    private static void Letters(TracedText text, Random random, double share)
    {
        foreach (var paragraph in text.Paragraphs)
        {
            for (var place = paragraph.Count - 1; place >= 0; place--)
            {
                if (random.NextDouble() >= share)
                    continue;
                switch (random.Next(3))
                {
                    case 0 when paragraph.Count > 1: paragraph.RemoveAt(place); break;
                    case 1: paragraph.Insert(place, text.New(Alphabet[random.Next(Alphabet.Length)].ToString())[0]); break;
                    default: paragraph[place] = text.New(Alphabet[random.Next(Alphabet.Length)].ToString())[0]; break;
                }
            }
        }
    }

    private static void Words(TracedText text, Random random, double share)
    {
        foreach (var paragraph in text.Paragraphs)
        {
            for (var (place, end) = (paragraph.Count - 1, paragraph.Count); place >= 0; place--)
            {
                if (place > 0 && paragraph[place - 1].Letter != ' ')
                    continue;
                if (random.NextDouble() < share)
                {
                    var word = TracedText.Words(paragraph[place..end]);
                    paragraph.RemoveRange(place, end - place);
                    if (random.Next(4) > 0 && OfAnother(random).Split(' ')[random.Next(5)] is var other && other != word)
                        paragraph.InsertRange(place, text.New(other));
                }

                end = place - 1;
            }
        }
    }

    private static void Whitespace(TracedText text, Random random)
    {
        foreach (var paragraph in text.Paragraphs)
        {
            for (var place = 0; place < paragraph.Count; place++)
                paragraph[place] = paragraph[place] with { Letter = paragraph[place].Letter switch { ' ' when random.Next(3) == 0 => '\u00a0', '\'' => '’', '"' => '“', var same => same } };
        }
    }

    private static void Move(TracedText text, Random random)
    {
        var place = random.Next(text.Paragraphs.Count);
        var paragraph = text.Paragraphs[place];
        text.Paragraphs.RemoveAt(place);
        text.Paragraphs.Insert(random.Next(text.Paragraphs.Count + 1), paragraph);
    }

    private static void Join(TracedText text, Random random)
    {
        var place = random.Next(text.Paragraphs.Count - 1);
        text.Paragraphs[place] = [.. text.Paragraphs[place], .. text.New(" "), .. text.Paragraphs[place + 1]];
        text.Paragraphs.RemoveAt(place + 1);
    }

    private static void Split(TracedText text, Random random)
    {
        var place = random.Next(text.Paragraphs.Count);
        var cut = text.Paragraphs[place].FindIndex(text.Paragraphs[place].Count / 2, one => one.Letter == ' ');
        if (cut < 0)
            return;
        text.Paragraphs.Insert(place + 1, text.Paragraphs[place][(cut + 1)..]);
        text.Paragraphs[place] = text.Paragraphs[place][..cut];
    }

    private static void Duplicate(TracedText text, Random random)
    {
        var copy = text.New(TracedText.Words(text.Paragraphs[random.Next(text.Paragraphs.Count)]));
        text.Paragraphs.Insert(random.Next(text.Paragraphs.Count + 1), copy);
    }

    /// <summary>
    /// What some paragraphs said stands unchanged in another place, while they themselves were edited. Side by side nobody could tell which of the two was
    /// there before, so a copy stands apart.
    /// </summary>
    private static void EditAndCopy(TracedText text, Random random)
    {
        foreach (var paragraph in random.GetItems(text.Paragraphs.ToArray(), random.Next(1, 7)).Distinct().ToList())
        {
            var copy = text.New(TracedText.Words(paragraph));
            for (var left = 1 + (paragraph.Count / 50); left > 0; left--)
                paragraph[random.Next(paragraph.Count)] = text.New(Alphabet[random.Next(Alphabet.Length)].ToString())[0];
            var (place, target) = (text.Paragraphs.IndexOf(paragraph), random.Next(text.Paragraphs.Count + 1));
            text.Paragraphs.Insert(target != place && target != place + 1 ? target : place < text.Paragraphs.Count / 2 ? text.Paragraphs.Count : 0, copy);
        }
    }

    private static void Quote(TracedText text, Random random)
    {
        var sentence = Sentence(text.Paragraphs[random.Next(text.Paragraphs.Count)], random);
        text.Paragraphs[random.Next(text.Paragraphs.Count)].AddRange(text.New(" " + sentence));
    }

    /// <summary>Some words of a paragraph stand in another one afterwards, and theirs is gone.</summary>
    private static void CiteAndDelete(TracedText text, Random random)
    {
        var place = random.Next(text.Paragraphs.Count);
        var paragraph = text.Paragraphs[place];
        var start = random.Next(paragraph.Count - 40);
        text.Paragraphs.RemoveAt(place);
        text.Paragraphs[random.Next(text.Paragraphs.Count)].AddRange(text.New(" " + TracedText.Words(paragraph[start..(start + 40)])));
    }

    private static void MoveSentence(TracedText text, Random random)
    {
        var paragraph = text.Paragraphs[random.Next(text.Paragraphs.Count)];
        var start = paragraph.FindIndex(random.Next(paragraph.Count), one => one.Letter == '.') + 1;
        var length = start > 0 ? paragraph.FindIndex(start, one => one.Letter == '.') + 1 - start : 0;
        if (length <= 0)
            return;
        var sentence = paragraph.GetRange(start, length);
        paragraph.RemoveRange(start, length);
        text.Paragraphs[random.Next(text.Paragraphs.Count)].AddRange(sentence);
    }

    private static string Sentence(List<(char Letter, int Id)> paragraph, Random random)
    {
        var sentences = TracedText.Words(paragraph).Split(". ");
        return sentences[random.Next(sentences.Length)];
    }

    private static string OfAnother(Random random) => new StudyGroup.Administration.Seeding.SeedWords(random.Next(900, 999)).Paragraph();
}
