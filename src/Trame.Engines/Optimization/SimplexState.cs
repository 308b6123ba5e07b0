using System.Runtime.CompilerServices;

namespace Trame.Engines.Optimization;

/// <summary>What the primal and the dual simplex share: the scaled program A·x − s = 0 within bounds, a basis, its factorisation, the values and the reduced costs.</summary>
/// <remarks>Variables are the columns 0..n−1, then one logical per row whose column is −eᵢ and whose value is the row's activity. Minimises.</remarks>
internal sealed class SimplexState
{
    public const double Tolerance = 1e-9, PivotTolerance = 1e-9;

    public SimplexState(SparseMatrix matrix, Factorisation? factors = null)
    {
        Factors = factors ?? new Factorisation();
        (Matrix, Rows, Columns, Count) = (matrix, matrix.Rows, matrix.Columns, matrix.Rows + matrix.Columns);
        (Cost, Lower, Upper) = (new double[Count], new double[Count], new double[Count]);
        (WorkCost, WorkLower, WorkUpper) = (new double[Count], new double[Count], new double[Count]);
        (X, D, RowAlpha, PrimalWeight) = (new double[Count], new double[Count], new double[Count], new double[Count]);
        (Status, Head, Place) = (new VariableStatus[Count], new int[Rows], new int[Count]);
        (DualWeight, Rho, Alpha, Tau, Work) = (new double[Rows], new double[Rows], new double[Rows], new double[Rows], new double[Rows]);
        RowAlphaIndex = new int[Count];
        Array.Fill(PrimalWeight, 1);
        Array.Fill(DualWeight, 1);
        for (var i = 0; i < Rows; i++) SetBasic(i, Columns + i);
        for (var j = 0; j < Columns; j++) Place[j] = -1;
    }

    public SparseMatrix Matrix { get; }
    public int Rows { get; }
    public int Columns { get; }
    public int Count { get; }

    // The program, and the same with the perturbations and shifts that the methods work with.
    public double[] Cost { get; }
    public double[] Lower { get; }
    public double[] Upper { get; }
    public double[] WorkCost { get; }
    public double[] WorkLower { get; }
    public double[] WorkUpper { get; }
    public bool CostsMoved { get; set; }
    public bool CostsPerturbed { get; set; } // moved by more than rounding
    public bool BoundsMoved { get; set; }

    // The basis: status of each variable, the variable of each position, the position of each variable (−1 outside).
    public VariableStatus[] Status { get; }
    public int[] Head { get; }
    public int[] Place { get; }
    public Factorisation Factors { get; }
    public bool Factored { get; set; }

    public double[] X { get; }
    public double[] D { get; }
    public double[] DualWeight { get; }
    public double[] PrimalWeight { get; }

    // Working vectors of an iteration.
    public double[] Rho { get; }
    public double[] Alpha { get; }
    public double[] Tau { get; }
    public double[] Work { get; }
    public double[] RowAlpha { get; }
    public int[] RowAlphaIndex { get; }
    public int RowAlphaCount { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsFixed(int j) => WorkLower[j] == WorkUpper[j];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToleranceAt(double bound) => Tolerance * Math.Max(1, Math.Abs(bound));

    /// <summary>How far a variable lies outside its working bounds: below is negative, 0 within tolerance.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Violation(int j)
    {
        var (x, lower, upper) = (X[j], WorkLower[j], WorkUpper[j]);
        if (x < lower && x < lower - ToleranceAt(lower)) return x - lower;
        return x > upper && x > upper + ToleranceAt(upper) ? x - upper : 0;
    }

    /// <summary>How far the reduced cost of a variable outside the basis is on the wrong side, as the gain per unit of moving it; 0 within tolerance.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double DualViolation(int j)
    {
        if (Place[j] >= 0 || IsFixed(j)) return 0;
        var d = D[j];
        return Status[j] switch
        {
            VariableStatus.AtLower => d < -Tolerance ? -d : 0,
            VariableStatus.AtUpper => d > Tolerance ? d : 0,
            _ => Math.Abs(d) > Tolerance ? Math.Abs(d) : 0,
        };
    }

    public void SetBasic(int position, int j) => (Head[position], Place[j], Status[j]) = (j, position, VariableStatus.Basic);

    /// <summary>Takes a variable out of the basis, to the bound it is told or, failing that one, to one it has.</summary>
    public void SetNonbasic(int j, VariableStatus at)
    {
        Place[j] = -1;
        if (at == VariableStatus.AtUpper && double.IsFinite(WorkUpper[j])) Status[j] = at;
        else Status[j] = double.IsFinite(WorkLower[j]) ? VariableStatus.AtLower : double.IsFinite(WorkUpper[j]) ? VariableStatus.AtUpper : VariableStatus.AtZero;
        X[j] = BoundValue(j);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double BoundValue(int j) => Status[j] switch { VariableStatus.AtLower => WorkLower[j], VariableStatus.AtUpper => WorkUpper[j], _ => 0 };

    public void RestoreCosts()
    {
        Array.Copy(Cost, WorkCost, Count);
        CostsMoved = CostsPerturbed = false;
    }

    public void RestoreBounds()
    {
        Array.Copy(Lower, WorkLower, Count);
        Array.Copy(Upper, WorkUpper, Count);
        BoundsMoved = false;
    }

    /// <summary>Factorises the basis again; columns that depend on others leave it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Factorise()
    {
        unchecked
        {
            for (var p = 0; p < Rows; p++) Work[p] = DualWeight[p];
            for (var p = 0; p < Rows; p++) Place[Head[p]] = -1;
            var before = (int[])Head.Clone();
            var weight = RowAlpha; // free between iterations: weights follow their variables through the new order
            for (var p = 0; p < Rows; p++) weight[before[p]] = Work[p];
            if (Factors.Factorise(Matrix, Head) > 0)
                foreach (var j in before) if (Array.IndexOf(Head, j) < 0) SetNonbasic(j, VariableStatus.AtLower);
            for (var p = 0; p < Rows; p++)
            {
                DualWeight[p] = weight[Head[p]] > 0 ? weight[Head[p]] : 1;
                SetBasic(p, Head[p]);
            }
            Array.Clear(weight);
            RowAlphaCount = 0;
            Factored = true;
        }
    }

    /// <summary>Values of the basic variables from those outside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ComputeValues()
    {
        unchecked
        {
            Array.Clear(Work);
            for (var j = 0; j < Count; j++)
            {
                if (Place[j] >= 0) continue;
                X[j] = BoundValue(j);
                if (X[j] != 0) AddColumn(Work, j, -X[j]);
            }
            Factors.Forward(Work);
            for (var p = 0; p < Rows; p++) X[Head[p]] = Work[p];
        }
    }

    /// <summary>Duals y with Bᵀy = c, into <see cref="Tau"/>, and reduced costs c − [A | −I]ᵀy from the working costs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ComputeReducedCosts()
    {
        unchecked
        {
            for (var p = 0; p < Rows; p++) Tau[p] = WorkCost[Head[p]];
            Factors.Backward(Tau);
            Array.Copy(WorkCost, D, Count);
            for (var i = 0; i < Rows; i++)
            {
                var y = Tau[i];
                if (y == 0) continue;
                for (int k = Matrix.RowStart[i], end = Matrix.RowStart[i + 1]; k < end; k++) D[Matrix.ColumnOf[k]] -= y * Matrix.RowValue[k];
                D[Columns + i] += y;
            }
            foreach (var j in Head) D[j] = 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddColumn(double[] to, int j, double factor)
    {
        unchecked
        {
            if (j >= Columns) { to[j - Columns] -= factor; return; }
            for (int k = Matrix.ColumnStart[j], end = Matrix.ColumnStart[j + 1]; k < end; k++) to[Matrix.RowOf[k]] += factor * Matrix.ColumnValue[k];
        }
    }

    /// <summary>ρ = B⁻ᵀe_r into <see cref="Rho"/>.</summary>
    public void ComputeRho(int r)
    {
        Array.Clear(Rho);
        Rho[r] = 1;
        Factors.Backward(Rho, keep: true);
    }

    /// <summary>B⁻¹a_q into <see cref="Alpha"/>.</summary>
    public void ComputeAlpha(int q)
    {
        Array.Clear(Alpha);
        AddColumn(Alpha, q, 1);
        Factors.Forward(Alpha, keep: true);
    }

    /// <summary>Row of the tableau ρᵀ[A | −I] into <see cref="RowAlpha"/>, its non-zeros outside the basis listed in <see cref="RowAlphaIndex"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ComputeRowAlpha()
    {
        unchecked
        {
            for (var k = 0; k < RowAlphaCount; k++) RowAlpha[RowAlphaIndex[k]] = 0;
            var (count, start, index, value) = (0, Matrix.RowStart, Matrix.ColumnOf, Matrix.RowValue);
            for (var i = 0; i < Rows; i++)
            {
                var rho = Rho[i];
                if (Math.Abs(rho) < 1e-14) continue;
                for (int k = start[i], end = start[i + 1]; k < end; k++)
                {
                    var j = index[k];
                    if (Place[j] >= 0) continue;
                    var alpha = RowAlpha[j];
                    if (alpha == 0) RowAlphaIndex[count++] = j;
                    alpha += rho * value[k];
                    RowAlpha[j] = alpha == 0 ? 1e-300 : alpha; // listed once, even when terms cancel
                }
                if (Place[Columns + i] >= 0) continue;
                RowAlpha[Columns + i] = -rho;
                RowAlphaIndex[count++] = Columns + i;
            }
            RowAlphaCount = count;
        }
    }

    /// <summary>Exchanges the variable of position r with q in the basis; its factorisation follows, or asks to be made again.</summary>
    public void Exchange(int r, int q, VariableStatus leavesTo)
    {
        var leaving = Head[r];
        Place[leaving] = -1;
        Status[leaving] = leavesTo;
        SetBasic(r, q);
        if (Factors.Exchange(r, Alpha[r]) > 1e-6 || Factors.Stale) Factored = false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Objective()
    {
        unchecked
        {
            var sum = 0.0;
            for (var j = 0; j < Columns; j++) sum += Cost[j] * X[j];
            return sum;
        }
    }
}
