using System.Globalization;
using StudyGroup.Readings.Import;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Tests.Readings.Import.Damage;

/// <summary>What pages, columns and publishers do to a text. The same seed does the same to the same text.</summary>
internal static class Injuries
{
    private const int LongParagraph = 30;

    private static readonly string[][] Boxes =
    [
        ["The Candle and the Law", "A short history of the wardens of the harbour, with forty plates and a map.", "120 pages, A5 format"],
        ["Voices from the Weighing House", "Edited by the circle of friends. Order your copy now at the office."],
        ["Bread, Salt and Signals", "This volume collects what the signalmen of the coast have written about their nights, and it has been out of print for so long that even the pub-", "lisher could not find a copy of it.", "Published by the Harbour Press, 88 pages"],
    ];

    public static DamagedText Do(string text, int seed)
    {
        var random = new Random(seed);
        var sheet = new Sheet(text);
        Part(sheet, random, RepairRules.SentenceBreak, 2, static (words, at) => char.IsLower(words[at + 1]) && IsWithinSentence(words[at - 1]));
        Part(sheet, random, RepairRules.CapitalBreak, 1, static (words, at) => char.IsUpper(words[at + 1]) && IsWithinSentence(words[at - 1]));
        Part(sheet, random, null, 1, static (words, at) => char.IsUpper(words[at + 1]) && words[at - 1] == '.');
        PartWord(sheet, random, 2);
        Stops(sheet, random);
        if (seed % 5 == 0)
            Sheets(sheet, random);
        else if (seed % 3 == 1)
            Foreword(sheet, random);
        if (seed % 2 == 0)
            Box(sheet, random);
        if (seed % 3 == 0)
            sheet.InsertForeign(sheet.Count, RepairRules.Tail, "To write to the friends of the harbour or to order this text visit:", "www.harbour-friends.example");
        return sheet.Write();
    }

    private static void Part(Sheet sheet, Random random, string? rule, int times, Func<string, int, bool> mayPart)
    {
        for (var time = 0; time < times; time++)
        {
            if (Candidate(sheet, random) is not { } index)
                return;
            var words = sheet[index];
            var places = Enumerable.Range(20, words.Length - 40).Where(at => words[at] == ' ' && mayPart(words, at)).ToList();
            if (places.Count == 0)
                continue;
            var place = places[random.Next(places.Count)];
            sheet.Part(index, words[..place], words[(place + 1)..], rule);
        }
    }

    private static void PartWord(Sheet sheet, Random random, int times)
    {
        for (var time = 0; time < times; time++)
        {
            if (Candidate(sheet, random) is not { } index)
                return;
            if (PlaceInWord(sheet[index], random) is not { } place)
                continue;
            var words = sheet[index];
            sheet.Part(index, words[..place] + "-", words[place..], RepairRules.WordBreak);
        }
    }

    private static void Stops(Sheet sheet, Random random)
    {
        if (Candidate(sheet, random) is not { } index)
            return;
        var words = sheet[index];
        var stop = words.IndexOf(". ", StringComparison.Ordinal);
        if (stop > 0 && char.IsLetter(words[stop - 1]))
            sheet.Change(index, words.Insert(stop, " "), RepairRules.SpaceBeforeStop);
    }

    /// <summary>A publisher advertises in mid-sentence, and where there is room once more between two paragraphs.</summary>
    private static void Box(Sheet sheet, Random random)
    {
        if (Candidate(sheet, random) is not { } index)
            return;
        var words = sheet[index];
        var places = Enumerable.Range(80, words.Length - 100).Where(at => words[at] == ' ' && char.IsLower(words[at + 1]) && IsWithinSentence(words[at - 1])).ToList();
        if (places.Count == 0)
            return;
        var place = places[random.Next(places.Count)];
        sheet.Part(index, words[..place], words[(place + 1)..], RepairRules.SentenceBreak);
        sheet.InsertForeign(index + 1, RepairRules.Box, ["From the Harbour Press", .. Boxes[random.Next(Boxes.Length)]]);

        var between = Enumerable.Range(4, sheet.Count - 5).Where(place => sheet.IsWhole(place) && sheet.IsWhole(place - 1) && IsProse(sheet[place]) && IsProse(sheet[place - 1])).ToList();
        if (between.Count > 0)
            sheet.InsertForeign(between[random.Next(between.Count)], RepairRules.Box, ["From the Harbour Press", .. Boxes[random.Next(Boxes.Length)]]);
    }

    /// <summary>Every sheet of paper ends in a number, and the next one begins with the same words.</summary>
    private static void Sheets(Sheet sheet, Random random)
    {
        var page = random.Next(1, 200);
        for (var index = 3; index < sheet.Count; index += 4)
        {
            if (!sheet.IsWhole(index) || !IsProse(sheet[index]))
                continue;
            var words = sheet[index];
            var places = Enumerable.Range(40, words.Length - 80).Where(at => words[at] == ' ' && char.IsLower(words[at + 1]) && IsWithinSentence(words[at - 1])).ToList();
            if (places.Count == 0)
                continue;
            var place = places[random.Next(places.Count)];
            sheet.Part(index, words[..place], words[(place + 1)..], RepairRules.SentenceBreak);
            sheet.InsertForeign(index + 1, RepairRules.Furniture, "The Harbour Papers");
            sheet.InsertForeign(index + 1, RepairRules.Furniture, page++.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A few sheets counted in Roman numbers, whose left and right heads differ, with a word cut in two on each.</summary>
    private static void Foreword(Sheet sheet, Random random)
    {
        var page = random.Next(2, 40);
        for (var (index, left) = (3, random.Next(1, 4)); index < sheet.Count && left > 0; index += 5, left--)
        {
            if (!sheet.IsWhole(index) || !IsProse(sheet[index]) || PlaceInWord(sheet[index], random) is not { } place)
                continue;
            var (words, roman) = (sheet[index], RomanNumber.Of(++page).ToLowerInvariant());
            sheet.Part(index, words[..place] + "-", words[place..], RepairRules.WordBreak);
            sheet.InsertForeign(index + 1, RepairRules.Furniture, page % 2 == 0 ? roman + "  Notes from the Harbour" : "What the Wardens Kept  " + roman);
        }
    }

    private static int? PlaceInWord(string words, Random random)
    {
        var places = Enumerable.Range(20, words.Length - 40).Where(at => words.AsSpan(at - 4, 8).IndexOfAnyExceptInRange('a', 'z') < 0).ToList();
        return places.Count == 0 ? null : places[random.Next(places.Count)];
    }

    private static int? Candidate(Sheet sheet, Random random)
    {
        var candidates = Enumerable.Range(2, sheet.Count - 2).Where(index => sheet.IsWhole(index) && IsProse(sheet[index])).ToList();
        return candidates.Count == 0 ? null : candidates[random.Next(candidates.Count)];
    }

    private static bool IsProse(string block) => !block.Contains('\n') && block.Count(character => character == ' ') > LongParagraph;

    private static bool IsWithinSentence(char character) => char.IsLetter(character) || character == ',';
}
