namespace StudyGroup.Readings.Import.Words;

internal static class RomanNumber
{
    private static readonly (int Value, string Letters)[] Signs =
        [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

    public static string Of(int number)
    {
        var letters = "";
        foreach (var (value, sign) in Signs)
        {
            for (; number >= value; number -= value)
                letters += sign;
        }

        return letters;
    }

    public static int? Value(ReadOnlySpan<char> letters)
    {
        if (letters.IsEmpty || letters.Length > 8)
            return null;
        var (sum, last) = (0, 0);
        for (var index = letters.Length - 1; index >= 0; index--)
        {
            var value = char.ToUpperInvariant(letters[index]) switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, 'C' => 100, _ => 0 };
            if (value == 0)
                return null;
            sum += value < last ? -value : value;
            last = Math.Max(last, value);
        }

        return sum;
    }
}
