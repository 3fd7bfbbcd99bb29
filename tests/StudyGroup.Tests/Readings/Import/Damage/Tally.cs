using System.Globalization;
using System.Text;

namespace StudyGroup.Tests.Readings.Import.Damage;

/// <summary>How often each rule was right, wrong, and missing.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, int[]> counts = new(StringComparer.Ordinal);

    public IEnumerable<string> Rules => counts.Keys;

    public int Right(string rule) => Of(rule)[0];

    public double Precision(string rule) => Share(Of(rule)[0], Of(rule)[1]);

    public double Recall(string rule) => Share(Of(rule)[0], Of(rule)[2]);

    public void Add(string rule, int right, int wrong, int missed)
    {
        var count = Of(rule);
        count[0] += right;
        count[1] += wrong;
        count[2] += missed;
    }

    public override string ToString()
    {
        var table = new StringBuilder("rule                       right  wrong  missed  precision  recall\n");
        foreach (var (rule, count) in counts)
            table.AppendLine(CultureInfo.InvariantCulture, $"{rule,-26} {count[0],5}  {count[1],5}  {count[2],6}  {Precision(rule),9:P1}  {Recall(rule),6:P1}");
        return table.ToString();
    }

    private static double Share(int right, int other) => right + other == 0 ? 1 : right / (double)(right + other);

    private int[] Of(string rule)
    {
        if (!counts.TryGetValue(rule, out var count))
            counts[rule] = count = new int[3];
        return count;
    }
}
