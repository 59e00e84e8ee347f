"""Frames in, pictures and words out: Plotly charts, colours, wording; pure functions, no Streamlit."""
