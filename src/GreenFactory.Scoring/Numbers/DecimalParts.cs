namespace GreenFactory.Scoring.Numbers;

/// <summary>Sums and products of decimals, as long as a decimal holds them exactly: one that had to be rounded has fewer places than it should.</summary>
internal static class DecimalParts
{
    private static readonly decimal[] Units =
        [1m, 0.1m, 0.01m, 0.001m, 0.0001m, 0.00001m, 0.000001m, 0.0000001m, 0.00000001m, 0.000000001m, 0.0000000001m, 0.00000000001m, 0.000000000001m];

    /// <summary>One in the last of some decimal places, at most twelve.</summary>
    public static decimal Unit(int places) => Units[places];

    /// <summary>The sum; false where a decimal does not hold it.</summary>
    public static bool TrySum(decimal a, decimal b, out decimal sum)
    {
        try
        {
            sum = a + b;
            return sum.Scale == Math.Max(a.Scale, b.Scale);
        }
        catch (OverflowException)
        {
            sum = 0m;
            return false;
        }
    }

    /// <summary>The product; false where a decimal does not hold it.</summary>
    public static bool TryProduct(decimal a, decimal b, out decimal product)
    {
        try
        {
            product = a * b;
            return product.Scale == a.Scale + b.Scale || (product == 0m && (a == 0m || b == 0m));
        }
        catch (OverflowException)
        {
            product = 0m;
            return false;
        }
    }
}
